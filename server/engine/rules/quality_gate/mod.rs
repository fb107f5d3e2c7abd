//! Rules about TEST_PLAN, DONE_MEANS, ROLLBACK_HINT and HARDENED_INVARIANTS.

use super::family;

family! { 'F', "Quality gate";
}
