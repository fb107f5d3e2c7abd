//! How many entries a counted list may hold.

/// An inclusive range of counts; `most` is `None` where there is no upper bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    pub least: usize,
    pub most: Option<usize>,
}

impl Count {
    pub const fn new(least: usize, most: usize) -> Count {
        Count { least, most: Some(most) }
    }

    pub fn holds(self, count: usize) -> bool {
        self.least <= count && self.most.is_none_or(|most| count <= most)
    }
}

impl std::fmt::Display for Count {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.most {
            Some(most) => write!(out, "{}-{most}", self.least),
            None => write!(out, "at least {}", self.least),
        }
    }
}

/// The ranges of Part 3.5 [CX-604], [CX-606] and [CX-608]; each can be set in `taskpacket.toml`.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranges {
    pub in_scope_paths: Count,
    pub out_of_scope: Count,
    pub done_means: Count,
    /// Implementation files; the three mandatory files do not count against the upper end.
    pub files_to_open: Count,
    pub search_terms: Count,
    pub run_commands: Count,
    pub risk_map: Count,
    /// Least number of TEST_PLAN commands for LOW, MEDIUM and HIGH.
    pub test_plan: [usize; 3],
}

impl Default for Ranges {
    fn default() -> Ranges {
        Ranges {
            in_scope_paths: Count::new(5, 20),
            out_of_scope: Count::new(3, 8),
            done_means: Count::new(3, 8),
            files_to_open: Count::new(5, 15),
            search_terms: Count::new(10, 20),
            run_commands: Count::new(3, 6),
            risk_map: Count::new(3, 8),
            test_plan: [2, 4, 5],
        }
    }
}
