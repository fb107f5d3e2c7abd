//! Rules about text that stands for something not yet said.

family! { 'X', "Placeholders and vague words";
    placeholder_template_variable
}
