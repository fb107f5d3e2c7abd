//! A governance workspace out of nothing, so that anybody can measure: as many files, and as large, as in a real one.
//! The same every time.

mod shared;
mod spec;
mod work;

use std::sync::Arc;

use engine::config::{Config, SpecNames};

use super::files::Files;
use work::Work;

const PACKETS: usize = 125;
const STUBS: usize = 60;
/// The largest packet that was met had 82 KB.
const LARGEST: usize = 82_000;

const SPEC: &str = "Synthetic_Master_Spec_v01.000.md";

pub fn files() -> Files {
    let names = SpecNames { file_prefix: "Synthetic_Master_Spec".into(), ..SpecNames::default() };
    let config = Config { spec: names, ..Config::default() };
    let spec = spec::spec();
    let works: Vec<Work> = (0..PACKETS + STUBS).map(Work::new).collect();
    let mut list: Vec<(String, Arc<str>)> = Vec::new();
    let mut add = |path: String, text: String| list.push((path, text.into()));
    for work in &works {
        if work.is_stub() {
            add(format!(".GOV/task_packets/stubs/{}.md", work.id), work.stub(&spec));
            continue;
        }
        add(format!(".GOV/task_packets/{}.md", work.id), work.packet(&spec));
        if work.has_refinement() {
            add(format!(".GOV/refinements/{}.md", work.id), work.refinement(&spec));
        }
    }
    add(config.layout.task_board.clone(), shared::board(&works));
    add(config.layout.registry.clone(), shared::registry(&works));
    add(config.layout.signature_audit.clone(), shared::audit(&works));
    add(config.layout.gates.clone(), shared::gates(&works, &spec));
    add(config.layout.spec_pointer.clone(), shared::spec_pointer());
    for name in ["START_HERE", "ARCHITECTURE"] {
        add(format!(".GOV/roles_shared/{name}.md"), format!("# {name}\n\n{}\n", spec::prose(7, 8)));
    }
    add(SPEC.into(), spec.text);
    list.sort();
    Files::made_up(list, config)
}

/// A word for each of `number`'s remainders; lists of different lengths make every title another one.
fn word<'a>(words: &[&'a str], number: usize) -> &'a str {
    words[number % words.len()]
}
