//! Limits on the arguments, checked before anything else is done with them.

use std::ffi::OsString;

use crate::text::{LimitError, check_count, check_length, quoted};

/// Most arguments of a command, with all its references, names and options.
const MAX_ARGUMENTS: usize = 200;
/// Longest argument in bytes: no system that we know opens files with longer names.
const MAX_ARGUMENT_BYTES: usize = 4_096;

/// Checks the number of the arguments and the length of each. The first is the program's name.
pub(super) fn check_size(typed: &[OsString]) -> Result<(), LimitError> {
    let typed = typed.get(1..).unwrap_or_default();
    check_count("arguments", typed.len(), MAX_ARGUMENTS)?;
    for argument in typed {
        let bytes = argument.as_encoded_bytes().len();
        if bytes > MAX_ARGUMENT_BYTES {
            let name = quoted(&argument.to_string_lossy());
            check_length(format!("the argument {name}"), bytes, MAX_ARGUMENT_BYTES)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_are_limited_in_number_and_length() {
        let check = |count: usize, bytes: usize| {
            let mut typed = vec![OsString::from("oa")];
            typed.extend(std::iter::repeat_n(
                OsString::from("x".repeat(bytes)),
                count,
            ));
            check_size(&typed).map_err(|error| error.to_string())
        };
        assert_eq!(check(MAX_ARGUMENTS, MAX_ARGUMENT_BYTES), Ok(()));
        assert_eq!(
            check(MAX_ARGUMENTS + 1, 1),
            Err("there are 201 arguments; at most 200 are allowed".into())
        );
        let error = check(1, MAX_ARGUMENT_BYTES + 1).expect_err("it is too long");
        assert!(
            error.starts_with("the argument `xxx") && error.len() < 200,
            "{error}"
        );
        assert!(
            error.ends_with("` is 4,097 bytes long; at most 4,096 are allowed"),
            "{error}"
        );
    }
}
