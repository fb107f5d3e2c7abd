//! Rules about ids, file names and the METADATA fields.

use super::family;

family! { 'B', "Identity and metadata";
}
