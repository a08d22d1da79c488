//! The modes of the Windows console: see <https://learn.microsoft.com/windows/console/setconsolemode>.

// Input.
const PROCESSED_INPUT: u32 = 0x0001;
const LINE_INPUT: u32 = 0x0002;
const ECHO_INPUT: u32 = 0x0004;
const WINDOW_INPUT: u32 = 0x0008;
const MOUSE_INPUT: u32 = 0x0010;
const QUICK_EDIT: u32 = 0x0040;
const EXTENDED_FLAGS: u32 = 0x0080;
const TERMINAL_INPUT: u32 = 0x0200;

// Output.
const PROCESSED_OUTPUT: u32 = 0x0001;
const TERMINAL_PROCESSING: u32 = 0x0004;
const NO_AUTO_RETURN: u32 = 0x0008;

/// Returns the mode of the input in the dashboard: single keys, among them Ctrl-C, and the size of the window. With the mouse,
/// clicks are reported; without it they select text, if the user has set that.
pub(super) fn dashboard_input(before: u32, mouse: bool) -> u32 {
    // Keys that arrive as sequences would not be recognised.
    let off = PROCESSED_INPUT | LINE_INPUT | ECHO_INPUT | TERMINAL_INPUT;
    let mode = (before & !off) | WINDOW_INPUT | EXTENDED_FLAGS;
    if mouse {
        (mode & !QUICK_EDIT) | MOUSE_INPUT
    } else {
        mode & !MOUSE_INPUT
    }
}

/// Returns the mode of the input that restores an earlier one.
pub(super) fn restored_input(before: u32) -> u32 {
    // Without this flag the console would leave quick-edit as it is.
    before | EXTENDED_FLAGS
}

/// Returns the mode of the output in which sequences take effect.
pub(super) fn sequences(before: u32) -> u32 {
    before | PROCESSED_OUTPUT | TERMINAL_PROCESSING
}

/// Returns the mode of the output in the dashboard: as in other terminals, a full row does not move the cursor on.
pub(super) fn dashboard_output(before: u32) -> u32 {
    sequences(before) | NO_AUTO_RETURN
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The modes of a new console.
    const NEW_INPUT: u32 = 0x01f7;
    const NEW_OUTPUT: u32 = 0x0003;

    #[test]
    fn dashboard_gets_keys_sizes_and_clicks() {
        assert_eq!(dashboard_input(NEW_INPUT, true), 0x01b8);
        let without_extended_flags = NEW_INPUT & !EXTENDED_FLAGS;
        assert_eq!(dashboard_input(without_extended_flags, true), 0x01b8);
        assert_eq!(dashboard_input(NEW_INPUT | TERMINAL_INPUT, true), 0x01b8);
    }

    #[test]
    fn without_the_mouse_clicks_still_select_text() {
        assert_eq!(dashboard_input(NEW_INPUT, false), 0x01e8);
    }

    #[test]
    fn quick_edit_is_restored() {
        let before = NEW_INPUT & !EXTENDED_FLAGS;
        assert_eq!(restored_input(before), NEW_INPUT);
    }

    #[test]
    fn output_understands_sequences() {
        assert_eq!(sequences(NEW_OUTPUT), 0x0007);
        assert_eq!(dashboard_output(NEW_OUTPUT), 0x000f);
    }
}
