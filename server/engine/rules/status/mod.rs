//! Rules about the status field, verdicts and phase markers.

use super::family;

family! { 'C', "Status and verdicts";
}
