//! Control sequences with numbers (CSI).
//!
//! Numbers are written out, even where they are the default: terminals differ in the sequences for
//! which they supply it. dvtm, for one, takes `CSI ;9H` and `CSI 5H` for other positions than xterm.

/// Appends a control sequence with one parameter.
pub(super) fn push_csi(number: usize, end: u8, bytes: &mut Vec<u8>) {
    bytes.extend_from_slice(b"\x1b[");
    push_decimal(number, bytes);
    bytes.push(end);
}

/// Appends a number in decimal digits.
pub(super) fn push_decimal(number: usize, bytes: &mut Vec<u8>) {
    if number >= 10 {
        push_decimal(number / 10, bytes);
    }
    bytes.push(b"0123456789"[number % 10]);
}

/// Returns the length in bytes of a control sequence with one parameter.
pub(super) fn csi_len(number: usize) -> usize {
    match number {
        0..10 => 4,
        10..100 => 5,
        _ => 6,
    }
}
