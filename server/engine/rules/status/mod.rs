//! Rules about the status field, verdicts and phase markers.

family! { 'C', "Status and verdicts";
    status_missing
    status_invalid
    status_conflict
    status_done_without_verdict
}
