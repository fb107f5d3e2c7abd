//! Rules about what a packet appeals to: spec, codex, board.

use super::family;

family! { 'H', "Authority and spec anchors";
}
