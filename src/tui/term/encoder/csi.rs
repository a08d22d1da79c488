//! Control sequences with numbers (CSI).

/// Appends a control sequence with one parameter, which is left out if it is 1, the default.
pub(super) fn push_csi(number: usize, end: u8, bytes: &mut Vec<u8>) {
    bytes.extend_from_slice(b"\x1b[");
    if number != 1 {
        push_decimal(number, bytes);
    }
    bytes.push(end);
}

/// Appends a number in decimal digits.
pub(super) fn push_decimal(number: usize, bytes: &mut Vec<u8>) {
    if number >= 10 {
        push_decimal(number / 10, bytes);
    }
    bytes.push(b"0123456789"[number % 10]);
}

/// Returns the length in bytes of a control sequence with one parameter, which is left out if it
/// is 1.
pub(super) fn csi_len(number: usize) -> usize {
    match number {
        1 => 3,
        0..10 => 4,
        10..100 => 5,
        _ => 6,
    }
}
