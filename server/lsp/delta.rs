//! The tokens that each document was last told, so that the next answer says only what is different.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use lsp_types::{SemanticToken, SemanticTokens, SemanticTokensDelta, SemanticTokensEdit, Uri};

/// Token lists by document.
#[derive(Default)]
pub struct Told {
    last: Mutex<HashMap<Uri, (String, Vec<SemanticToken>)>>,
    answers: AtomicU64,
}

impl Told {
    /// The whole list, remembered.
    pub fn full(&self, uri: Uri, tokens: Vec<SemanticToken>) -> SemanticTokens {
        let id = self.answers.fetch_add(1, Ordering::Relaxed).to_string();
        self.last.lock().unwrap_or_else(PoisonError::into_inner).insert(uri, (id.clone(), tokens.clone()));
        SemanticTokens { result_id: Some(id), data: tokens }
    }

    /// The one stretch that differs from an answer; the whole list where that answer is not the last one.
    pub fn since(
        &self,
        uri: Uri,
        known: &str,
        tokens: Vec<SemanticToken>,
    ) -> Result<SemanticTokensDelta, SemanticTokens> {
        let last = self.last.lock().unwrap_or_else(PoisonError::into_inner).get(&uri).cloned();
        let now = self.full(uri, tokens);
        match last {
            Some((id, old)) if id == known => {
                Ok(SemanticTokensDelta { result_id: now.result_id, edits: edits(&old, &now.data) })
            }
            _ => Err(now),
        }
    }

    pub fn forget(&self, uri: &Uri) {
        self.last.lock().unwrap_or_else(PoisonError::into_inner).remove(uri);
    }
}

/// Five numbers make a token on the wire.
const NUMBERS: u32 = 5;

fn edits(old: &[SemanticToken], new: &[SemanticToken]) -> Vec<SemanticTokensEdit> {
    let same = old.iter().zip(new).take_while(|(one, other)| one == other).count();
    let (rest, now) = (&old[same..], &new[same..]);
    let tail = rest.iter().rev().zip(now.iter().rev()).take_while(|(one, other)| one == other).count();
    let (gone, come) = (rest.len() - tail, &now[..now.len() - tail]);
    if gone == 0 && come.is_empty() {
        return Vec::new();
    }
    vec![SemanticTokensEdit {
        start: same as u32 * NUMBERS,
        delete_count: gone as u32 * NUMBERS,
        data: Some(come.to_vec()),
    }]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn token(delta_line: u32) -> SemanticToken {
        SemanticToken { delta_line, delta_start: 0, length: 1, token_type: 0, token_modifiers_bitset: 0 }
    }

    #[test]
    fn only_the_stretch_that_differs_is_told() {
        let lines =
            |numbers: &[u32]| -> Vec<SemanticToken> { numbers.iter().map(|line| token(*line)).collect() };
        for (old, new) in [
            (vec![1, 2, 3], vec![1, 9, 3]),
            (vec![1, 2, 3], vec![1, 2, 3]),
            (vec![1, 1, 1], vec![1, 1]),
            (vec![], vec![4]),
            (vec![4, 5], vec![]),
        ] {
            let (old, new) = (lines(&old), lines(&new));
            let mut told = old.clone();
            for edit in edits(&old, &new) {
                let start = (edit.start / NUMBERS) as usize;
                let end = start + (edit.delete_count / NUMBERS) as usize;
                told.splice(start..end, edit.data.unwrap_or_default());
            }
            assert_eq!(told, new);
        }
        assert_eq!(edits(&lines(&[1, 2, 3]), &lines(&[1, 9, 3])).first().map(|edit| edit.start), Some(5));
    }
}
