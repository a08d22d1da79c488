//! A count of the items that are looked at, to test that the work for a key does not grow with the dataset.

#[cfg(debug_assertions)]
thread_local! {
    static VISITS: std::cell::Cell<u64> = const { std::cell::Cell::new(0) };
}

/// Counts an item that this thread looks at. Release builds do not count.
#[inline]
pub(super) fn visit() {
    #[cfg(debug_assertions)]
    VISITS.set(VISITS.get() + 1);
}

/// Returns the number of areas, priorities, facts, themes, terms and sources that this thread has looked at so far, each as
/// often as it did; 0 in release builds.
#[must_use]
pub fn visit_count() -> u64 {
    #[cfg(debug_assertions)]
    return VISITS.get();
    #[cfg(not(debug_assertions))]
    0
}
