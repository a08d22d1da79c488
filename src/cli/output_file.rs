//! Output of commands whose formats are their own, on standard output or in a file.

use std::path::{Path, PathBuf};

use super::{
    answer_output::{print, report_saved},
    error::CliError,
    exit_status::ExitStatus,
    new_file::write_file,
};
use crate::command::check_name;

/// Returns a parser for the names of files with one of these endings, such as `.svg`.
pub(super) fn file_ending_in<const N: usize>(
    endings: [&'static str; N],
) -> impl Fn(&str) -> Result<PathBuf, String> + Clone {
    move |name| {
        if endings
            .iter()
            .any(|ending| ends_in(Path::new(name), ending))
        {
            return Ok(PathBuf::from(name));
        }
        let advice = match &endings[..] {
            [] => String::new(),
            [ending] => format!("the ending {ending}"),
            [first @ .., last] => format!("one of these endings: {} or {last}", first.join(", ")),
        };
        Err(format!("give the name {advice}"))
    }
}

/// Returns true if the name of a file ends in these letters, in any case, after a name without them.
pub(super) fn ends_in(file: &Path, ending: &str) -> bool {
    let name = file.file_name().map(|name| name.to_string_lossy());
    name.is_some_and(|name| name.len() > ending.len() && name.to_lowercase().ends_with(ending))
}

/// Writes text to a file, which is replaced only if `replace` is set; or to standard output if there is no file.
pub(super) fn print_to(
    file: Option<&Path>,
    replace: bool,
    text: &str,
) -> Result<ExitStatus, CliError> {
    let Some(file) = file else {
        return print(text);
    };
    let saved = check_name(&file.to_string_lossy())
        .and_then(|()| write_file(file, replace, |out| out.write_all(text.as_bytes())));
    report_saved(file.as_os_str(), saved)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_needs_one_of_the_endings() {
        let parse = file_ending_in([".svg", ".txt"]);
        for name in ["a.svg", "folder/A.TXT", "a.b.svg"] {
            assert_eq!(parse(name), Ok(PathBuf::from(name)));
        }
        for name in ["a.png", "a", ".svg", "folder/.svg", ""] {
            assert_eq!(
                parse(name),
                Err("give the name one of these endings: .svg or .txt".into()),
                "{name}"
            );
        }
        assert_eq!(
            file_ending_in([".json"])("a"),
            Err("give the name the ending .json".into())
        );
    }
}
