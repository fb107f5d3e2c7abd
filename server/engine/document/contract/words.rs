//! The words of the protocol that are no fields: stages of the lifecycle, tokens of the board and gate commands.

/// One word and what it means.
#[derive(Debug)]
pub struct Word {
    pub name: &'static str,
    pub means: &'static str,
    /// Where the protocol says so: part and tag.
    pub source: &'static str,
}

const fn word(name: &'static str, means: &'static str, source: &'static str) -> Word {
    Word { name, means, source }
}

const LIFE: &str = "Lifecycle marker [CX-LIFE-001]";

/// The stages that a work packet passes, in order; the gates log records three of them as gates.
pub const STAGES: &[Word] = &[
    word("STUB", "A place in the backlog: nobody has refined it, nothing may be built from it.", LIFE),
    word(
        "REFINEMENT",
        "What the Main Body demands is written down and recorded with `just record-refinement`; then the turn ends.",
        LIFE,
    ),
    word("APPROVAL", "The user reads the refinement and writes `APPROVE REFINEMENT` with its id.", LIFE),
    word(
        "SIGNATURE",
        "The user's one-time signature is recorded with `just record-signature`, in a turn of its own.",
        LIFE,
    ),
    word("PREPARE", "Branch, worktree and Coder are assigned with `just record-prepare`.", LIFE),
    word("PACKET_CREATE", "The packet is written from the signed refinement.", LIFE),
    word("PRE_WORK", "`just pre-work` finds the packet complete; it may be given to a Coder.", LIFE),
    word("DELEGATION", "A Coder works by the packet.", LIFE),
    word(
        "STATUS_SYNC",
        "The Validator's verdict stands in the packet and board and packet say the same.",
        LIFE,
    ),
];

const BOARD: &str = "Part 6.2 [CX-625]";

/// What stands between the second brackets of a board entry.
pub const TOKENS: &[Word] = &[
    word("READY_FOR_DEV", "Checked, and waiting for a Coder.", BOARD),
    word("IN_PROGRESS", "A Coder works on it.", BOARD),
    word("ACTIVE", "Somebody works on it on the branch that the entry names.", BOARD),
    word(
        "BLOCKED",
        "Waits for another packet or for an answer; the entry says for what, and until when.",
        BOARD,
    ),
    word("VALIDATED", "The Validator has passed it.", BOARD),
    word("FAIL", "The Validator has not passed it.", BOARD),
    word("OUTDATED_ONLY", "Passed by an older specification; nothing else is against it.", BOARD),
    word("SUPERSEDED", "Replaced by a later revision; kept as it was.", BOARD),
    word("STUB", "Not activated: a place in the backlog.", BOARD),
    word("GAP", "Known to be missing; nobody has written a packet.", BOARD),
];

/// The recipes of `just` that are gates or belong to one.
pub const COMMANDS: &[Word] = &[
    word("record-refinement", "Records the REFINEMENT gate; the turn ends here.", "Part 2.5.7"),
    word("record-signature", "Records the SIGNATURE gate and spends the signature.", "Part 2.5.7"),
    word("record-prepare", "Records the PREPARE gate: branch, worktree and Coder.", "Part 1, stop-work gate"),
    word("worktree-add", "Makes the branch and the worktree of a packet.", "Part 1, stop-work gate"),
    word("create-task-packet", "Writes a packet; refused before the three gates.", "Part 4 [CX-581]"),
    word("pre-work", "Checks that a packet is complete before anybody builds by it.", "Part 4 [CX-587]"),
    word("post-work", "Checks the manifest: files, lines and SHA1s before and after.", "Part 3.5 [CX-605]"),
    word(
        "cargo-clean",
        "Removes what was built, so that the last test begins with nothing.",
        "Part 3.5 [CX-605]",
    ),
    word(
        "gate-check",
        "Checks that the phases of a packet came in their order.",
        "Gate output [CX-GATE-UX-001]",
    ),
    word(
        "validator-spec-regression",
        "Checks that the specification still holds what it must.",
        "Part 2 [CX-600]",
    ),
];

/// The command that records a refinement.
pub fn record_refinement(wp: &str) -> String {
    just("record-refinement", &[wp])
}

/// The command that records a signature, which spends it.
pub fn record_signature(wp: &str, signature: &str) -> String {
    just("record-signature", &[wp, signature])
}

/// The command that records branch, worktree and Coder.
pub fn record_prepare(wp: &str) -> String {
    just("record-prepare", &[wp, "<Coder-A|Coder-B>"])
}

/// The command that makes the branch and the worktree.
pub fn worktree_add(wp: &str) -> String {
    just("worktree-add", &[wp])
}

/// The command that writes a packet.
pub fn create_task_packet(wp: &str) -> String {
    just("create-task-packet", &[wp])
}

/// The command that says whether a packet is complete.
pub fn pre_work(wp: &str) -> String {
    just("pre-work", &[wp])
}

/// The command that checks the manifest.
pub fn post_work(wp: &str) -> String {
    just("post-work", &[wp])
}

fn just(recipe: &str, words: &[&str]) -> String {
    debug_assert!(find(COMMANDS, recipe).is_some(), "{recipe} is no recipe of the protocol");
    format!("just {recipe} {}", words.join(" "))
}

/// The word of this name in a list.
pub fn find(list: &'static [Word], name: &str) -> Option<&'static Word> {
    list.iter().find(|word| word.name == name)
}
