//! Where the engine's values and the protocol's meet.

pub mod diagnostic;
pub mod edit;
pub mod position;
pub mod uri;
