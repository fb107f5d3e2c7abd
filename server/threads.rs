//! Work on many things, shared by two threads.

use std::cmp::Reverse;
use std::sync::atomic::{AtomicUsize, Ordering};

/// What comes of each, in their order. Two threads take the heaviest that is left, so that neither waits long for the other.
pub fn by_two<T: Sync, R: Send>(
    items: &[T],
    weight: impl Fn(&T) -> u64,
    work: impl Fn(&T) -> R + Sync,
) -> Vec<R> {
    let mut order: Vec<usize> = (0..items.len()).collect();
    order.sort_by_cached_key(|&at| items.get(at).map(|item| Reverse(weight(item))));
    let next = AtomicUsize::new(0);
    let take = || {
        let mut done = Vec::with_capacity(items.len());
        while let Some(&at) = order.get(next.fetch_add(1, Ordering::Relaxed)) {
            done.extend(items.get(at).map(|item| (at, work(item))));
        }
        done
    };
    let mut done = std::thread::scope(|scope| {
        let other = scope.spawn(take);
        let mut done = take();
        done.extend(other.join().unwrap_or_default());
        done
    });
    // A thread that failed took with it what it had done.
    if done.len() < items.len() {
        return items.iter().map(work).collect();
    }
    done.sort_unstable_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, made)| made).collect()
}

// The benchmarks take this file in and have no tests, so no module of tests stands around it.
#[test]
fn what_two_threads_make_comes_in_order() {
    let words = ["a", "long", "of", "longest", ""];
    assert_eq!(
        by_two(&words, |word| word.len() as u64, |word| word.to_uppercase()),
        ["A", "LONG", "OF", "LONGEST", ""]
    );
    assert_eq!(by_two(&[] as &[&str], |_| 0, |word| word.len()), [0; 0]);
}
