//! Rules about RISK_TIER.

family! { 'D', "Risk tier";
    risk_tier_invalid
    risk_tier_missing
    risk_tier_unresolved
    risk_tier_justification_missing
}
