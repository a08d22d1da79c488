//! Web addresses that continue over the lines of a wrapped text.

/// The web addresses of a text, to be found again in its lines.
pub(super) struct Links<'a> {
    /// Addresses that no line has begun yet.
    addresses: std::vec::IntoIter<&'a str>,
    /// Address that continues in the next line, and the number of its bytes already seen.
    open: Option<(&'a str, usize)>,
}

fn is_address(word: &str) -> bool {
    word.starts_with("https://") || word.starts_with("http://")
}

impl<'a> Links<'a> {
    /// Finds the addresses of a text.
    pub(super) fn new(text: &'a str) -> Self {
        let addresses: Vec<&str> = text.split(' ').filter(|word| is_address(word)).collect();
        Self {
            addresses: addresses.into_iter(),
            open: None,
        }
    }

    /// Splits the next line into parts. A part of an address comes with the whole address.
    pub(super) fn split<'l>(&mut self, line: &'l str) -> Vec<(&'l str, Option<&'a str>)> {
        let mut parts = Vec::new();
        for part in line.split_inclusive(' ') {
            let word = part.trim_end_matches(' ');
            if self.open.is_none() && is_address(word) {
                self.open = self.addresses.next().map(|address| (address, 0));
            }
            match self.open {
                Some((address, seen)) if !word.is_empty() && address[seen..].starts_with(word) => {
                    parts.push((word, Some(address)));
                    parts.push((&part[word.len()..], None));
                    let seen = seen + word.len();
                    self.open = Some((address, seen)).filter(|_| seen < address.len());
                }
                _ => parts.push((part, None)),
            }
        }
        parts.retain(|(part, _)| !part.is_empty());
        parts
    }
}
