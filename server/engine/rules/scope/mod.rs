//! Rules about SCOPE, IN_SCOPE_PATHS and OUT_OF_SCOPE.

use super::family;

family! { 'E', "Scope";
}
