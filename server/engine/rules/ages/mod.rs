//! Rules about how long a work packet has been in one state.

family! { 'U', "Ages";
    sla_blocked
    sla_ready
    sla_in_progress
    sla_idle
    sla_near
}

use crate::document::Document;
use crate::document::board::State;
use crate::rules::report::Report;
use crate::workspace::Workspace;

/// Tells of a packet whose board state has lasted its limit of work days (Part 7.3 [CX-635B]).
fn tell(packet: &Document, workspace: &Workspace, report: &mut Report, state: State) {
    let Some(limit) = workspace.limit(state) else { return };
    if !workspace.index().on_board(packet.stem()).any(|entry| entry.state == state) {
        return;
    }
    let Some((age, place)) = workspace.age(packet, state) else { return };
    if age.days >= limit {
        let state = state.name();
        report.at(place, format!("{state} for {} work days, at most {limit} are usual", age.days));
    }
}
