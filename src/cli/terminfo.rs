//! The number of colours that a terminal's description (terminfo) states.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use termini::{NumberCapability, TermInfo};

/// Longest name of a terminal, in bytes. Known names are far shorter.
const MAX_NAME_BYTES: usize = 64;
/// Largest description, in bytes: ncurses allows half of it.
const MAX_DESCRIPTION_BYTES: u64 = 64 * 1024;
/// Number of colours of a terminal that shows red, green and blue of 8 bits each.
const DIRECT_COLORS: u32 = 1 << 24;

/// Returns the number of colours of a terminal, 0 if it shows none; `None` if the system has no description of it.
pub(crate) fn color_count(term: &str) -> Option<u32> {
    color_count_in(folders(), term)
}

/// Returns the folders that ncurses searches, in its order.
fn folders() -> impl Iterator<Item = PathBuf> {
    // `TermInfo::from_name` would also ask the user database for the home folder, which a static program cannot do.
    let home = env::var_os("HOME").map(|home| Path::new(&home).join(".terminfo"));
    let listed = env::var_os("TERMINFO_DIRS");
    let listed: Vec<PathBuf> = listed.iter().flat_map(env::split_paths).collect();
    let usual = [
        "/etc/terminfo",
        "/lib/terminfo",
        "/usr/share/terminfo",
        "/usr/local/share/terminfo",
    ];
    let own = env::var_os("TERMINFO").map(PathBuf::from);
    own.into_iter()
        .chain(home)
        .chain(listed)
        .chain(usual.map(PathBuf::from))
        // A relative or empty name would depend on the current folder.
        .filter(|folder| folder.is_absolute())
}

fn color_count_in(folders: impl Iterator<Item = PathBuf>, term: &str) -> Option<u32> {
    let first = term.chars().next().filter(char::is_ascii_alphanumeric)?;
    // Over SSH the name comes from a stranger, and must not lead to other files.
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || b"+-._".contains(&byte);
    if term.len() > MAX_NAME_BYTES || !term.bytes().all(is_name) {
        return None;
    }
    // macOS names the folders by the code of the letter.
    let letters = [first.to_string(), format!("{:x}", u32::from(first))];
    let path = folders
        .flat_map(|folder| letters.clone().map(|letter| folder.join(letter).join(term)))
        .find(|path| {
            fs::metadata(path)
                .is_ok_and(|file| file.is_file() && file.len() <= MAX_DESCRIPTION_BYTES)
        })?;
    // The whole file at once: the crate asks for one byte or two at a time.
    let description = TermInfo::parse(&*fs::read(path).ok()?).ok()?;
    if ["RGB", "Tc"]
        .iter()
        .any(|name| description.extended_cap(name).is_some())
    {
        return Some(DIRECT_COLORS);
    }
    let colors = description.number_cap(NumberCapability::MaxColors);
    Some(
        colors
            .and_then(|colors| u32::try_from(colors).ok())
            .unwrap_or(0),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns a description as `tic` compiles it, with nothing in it but the name and the number of colours.
    fn description(colors: i16) -> Vec<u8> {
        let numbers = [[-1; 13].as_slice(), &[colors]].concat();
        let name = b"tes|t\0";
        let [name_bytes, number_count] =
            [name.len(), numbers.len()].map(|n| i16::try_from(n).expect("few"));
        let header = [0o432, name_bytes, 0, number_count, 0, 0];
        let words = |words: &[i16]| {
            words
                .iter()
                .flat_map(|word| word.to_le_bytes())
                .collect::<Vec<u8>>()
        };
        [words(&header), name.to_vec(), words(&numbers)].concat()
    }

    #[test]
    fn colours_are_those_of_the_description() {
        let folder = tempfile::tempdir().expect("a folder");
        let write = |letter: &str, name: &str, bytes: &[u8]| {
            let folder = folder.path().join(letter);
            fs::create_dir_all(&folder).expect("it can be made");
            fs::write(folder.join(name), bytes).expect("it can be written");
        };
        write("s", "some-256color", &description(256));
        write("s", "some", &description(8));
        write("76", "vt100", &description(-1));
        write("b", "broken", b"\x1a\x01\xff\xff");
        write("l", "large", &vec![0; 1 << 17]);
        fs::write(folder.path().join("secret"), description(8)).expect("it can be written");
        let count = |term: &str| color_count_in([folder.path().to_path_buf()].into_iter(), term);
        assert_eq!(count("some-256color"), Some(256));
        assert_eq!(count("some"), Some(8));
        assert_eq!(
            count("vt100"),
            Some(0),
            "it has a description without colours"
        );
        let long = "s".repeat(65);
        for none in [
            "other",
            "broken",
            "large",
            "",
            ".",
            "../secret",
            "s/../secret",
            "s\0",
            &long,
        ] {
            assert_eq!(count(none), None, "{none:?}");
        }
    }
}
