//! What each rule costs, for those who write rules: `check --time`.

use std::fmt::Write as _;
use std::sync::Arc;
use std::time::{Duration, Instant};

use engine::diagnostics::is_on;
use engine::document::Document;
use engine::rules::{Entry, all};
use engine::workspace::Workspace;

/// Of several runs the fastest counts: the others were disturbed.
const RUNS: usize = 3;

/// What one rule cost.
struct Cost {
    rule: &'static Entry,
    all: Duration,
    /// On the file where it cost most.
    most: Duration,
    file: Arc<str>,
}

/// Runs every rule on every document again, with what the documents remember at hand, and prints the dearest first.
pub fn table(documents: &[Arc<Document>], workspace: &Workspace) -> String {
    let mut costs: Vec<Cost> = all()
        .iter()
        .filter(|rule| is_on(rule, &workspace.config))
        .map(|rule| Cost { rule, all: Duration::ZERO, most: Duration::ZERO, file: Arc::from("") })
        .collect();
    for document in documents {
        for cost in &mut costs {
            if !cost.rule.rule.kinds.contains(&document.kind) {
                continue;
            }
            let took = (0..RUNS).map(|_| run(cost.rule, document, workspace)).min().unwrap_or_default();
            cost.all += took;
            if took > cost.most {
                cost.most = took;
                cost.file = document.path.clone();
            }
        }
    }
    costs.retain(|cost| !cost.all.is_zero());
    costs.sort_by_key(|cost| std::cmp::Reverse(cost.all));
    let sum: Duration = costs.iter().map(|cost| cost.all).sum();
    let mut out = format!(
        "{:>12}  {:>6}  {:>12}  rule, and the file where it took longest\n",
        "all files", "share", "one file"
    );
    for cost in &costs {
        let share = cost.all.as_secs_f64() / sum.as_secs_f64().max(f64::MIN_POSITIVE) * 100.0;
        let (all, most) = (micros(cost.all), micros(cost.most));
        _ = writeln!(out, "{all:>12}  {share:>5.1}%  {most:>12}  {}  {}", cost.rule.name, cost.file);
    }
    _ = writeln!(out, "{:>12}  {} rules on {} files", micros(sum), costs.len(), documents.len());
    out
}

fn run(rule: &Entry, document: &Document, workspace: &Workspace) -> Duration {
    let start = Instant::now();
    std::hint::black_box(rule.rule.findings(document, workspace));
    start.elapsed()
}

fn micros(time: Duration) -> String {
    format!("{:.1} us", time.as_secs_f64() * 1e6)
}
