//! # A TEST_PLAN command still holds a placeholder
//!
//! The Coder copies each command as it stands, with what was never filled in.
//!
//! ````md,bad
//! ### TEST_PLAN
//! ```bash
//! cargo test --manifest-path <path>
//! just post-work WP-1-Example
//! ```
//! ````
//!
//! ````md,good
//! ### TEST_PLAN
//! ```bash
//! cargo test --manifest-path src/server/Cargo.toml
//! just post-work WP-1-Example
//! ```
//! ````
//!
//! Source: Part 3.5 [CX-605].

use crate::document::Document;
use crate::document::contract::label::Label;
use crate::document::placeholder;
use crate::rules::report::{Report, Severity};
use crate::rules::{Check, Rule};
use crate::text::range::Range;

pub const RULE: Rule = Rule { severity: Severity::Error, check: Check::Document(check), ..Rule::BASE };

fn check(packet: &Document, report: &mut Report) {
    let Some(field) = packet.field(Label::TestPlan) else { return };
    // A plan of nothing but placeholders is missing, which another rule says.
    if !packet.is_said(field) {
        return;
    }
    for command in packet.commands(field) {
        let Some(found) = placeholder::in_command(command.range.of(&packet.text)) else { continue };
        let range = Range::new(command.range.start + found.start, command.range.start + found.end);
        report.at(range, format!("`{}` was never replaced", range.of(&packet.text)));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::check;

    #[test]
    fn template_variables_count_in_a_fence() {
        check(
            &RULE,
            "\
### TEST_PLAN
```bash
rg \"Vec<String>\" src
just post-work {{WP_ID}}
               ^^^^^^^^^ `{{WP_ID}}` was never replaced
```
",
        );
    }
}
