//! Rules about signatures, their audit and their single use.

family! { 'I', "Signatures and locking";
    signature_missing
    signature_pending
    signature_format
    signature_calendar
    signature_legacy_format
    signature_reused
    signature_invalidated
    signature_not_in_audit
    signature_lock_footer_mismatch
    signature_refinement_mismatch
    signature_audit_duplicate
    signature_audit_row_malformed
    signature_in_future
    signature_audit_purpose_mismatch
    signature_audit_date_mismatch
    signature_audit_spec_mismatch
    signature_audit_orphan
    signature_audit_empty
    signature_retroactive
    signature_gate_mismatch
    signature_without_approval
    signature_not_in_authority
    lock_notice_missing
    signature_record_deleted
    locked_packet_edited
    locked_report_edited
    signature_changed
    mass_edit_locked_packets
    last_updated_stale
}
