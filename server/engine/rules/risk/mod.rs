//! Rules about RISK_TIER.

use super::family;

family! { 'D', "Risk tier";
    risk_tier_invalid
}
