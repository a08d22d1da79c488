//! Sorting of lists that a person reads, with one sort for the whole program.
//!
//! The standard library's sort is compiled anew for each kind of item and each order, into 8 KB. All of them together were an
//! eighth of the program. It is faster in lists of thousands, so those that grow with the dataset use it.

use std::{cmp::Ordering, mem};

/// Stable sorting of a slice.
pub(crate) trait SortShared<T> {
    /// Sorts as [`slice::sort_by`] does.
    fn sort_shared_by(&mut self, compare: impl FnMut(&T, &T) -> Ordering);

    /// Sorts as [`slice::sort_by_key`] does.
    fn sort_shared_by_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K);
}

impl<T> SortShared<T> for [T] {
    fn sort_shared_by(&mut self, mut compare: impl FnMut(&T, &T) -> Ordering) {
        let mut order = sorted_order(self.len(), &mut |one, other| {
            compare(&self[one], &self[other])
        });
        for place in 0..self.len() {
            let mut place = place;
            loop {
                let from = mem::replace(&mut order[place], place);
                // The end of a cycle of items that change places.
                if order[from] == from {
                    break;
                }
                self.swap(place, from);
                place = from;
            }
        }
    }

    fn sort_shared_by_key<K: Ord>(&mut self, mut key: impl FnMut(&T) -> K) {
        self.sort_shared_by(|one, other| key(one).cmp(&key(other)));
    }
}

/// Returns the places of items in their sorted order.
fn sorted_order(count: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|&one, &other| compare(one, other));
    order
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn order_is_that_of_the_standard_library(keys in prop::collection::vec(0_u8..9, 0..60)) {
            let items: Vec<(u8, usize)> = keys.into_iter().zip(0..).collect();
            let (mut ours, mut theirs) = (items.clone(), items);
            ours.sort_shared_by_key(|item| item.0);
            theirs.sort_by_key(|item| item.0);
            prop_assert_eq!(ours, theirs);
        }
    }
}
