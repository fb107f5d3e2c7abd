//! Rules about signatures, their audit and their single use.

use super::family;

family! { 'I', "Signatures and locking";
}
