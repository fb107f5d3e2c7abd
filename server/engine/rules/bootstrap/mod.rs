//! Rules about the four BOOTSTRAP lists.

use super::family;

family! { 'G', "Bootstrap";
}
