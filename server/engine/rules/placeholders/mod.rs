//! Rules about text that stands for something not yet said.

use super::family;

family! { 'X', "Placeholders and vague words";
}
