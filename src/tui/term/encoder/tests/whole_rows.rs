//! Frames for a screen reader, which speaks what is written.

use super::*;

/// Returns the bytes of each frame, the first of which clears the screen.
fn frames(frames: &[(&str, (u16, u16))]) -> Vec<String> {
    let output = FrameBuffer::default();
    let area = Rect::new(0, 0, 30, 2);
    let mut encoder = FrameEncoder::new(output.clone(), area.as_size());
    encoder.set_whole_rows(true);
    let written = frames.iter().map(|(text, cursor)| {
        let mut buffer = Buffer::empty(area);
        buffer.set_string(0, 1, text, Style::new());
        encoder.draw(&buffer, Position::from(*cursor));
        let mut bytes = Vec::new();
        output
            .flush_to(&mut bytes)
            .expect("memory can be written to");
        String::from_utf8(bytes)
            .expect("the text is ASCII")
            .replace('\x1b', "^")
    });
    written.collect()
}

#[test]
fn a_row_that_changes_is_written_as_a_whole() {
    let frames = frames(&[
        ("Rank 316 of 324. 1 of 13", (0, 0)),
        ("Rank 306 of 324. 1 of 13", (0, 0)),
        ("Rank 306 of 324. 1 of 13", (0, 1)),
        ("Rank 306 of 324. 1 of 130", (0, 1)),
    ]);
    assert!(frames[1].contains("Rank 306 of 324. 1 of 13"), "{frames:?}");
    assert_eq!(frames[2], "^[B");
    assert!(
        frames[3].contains("Rank 306 of 324. 1 of 130"),
        "{frames:?}"
    );
}

#[test]
fn what_was_typed_is_not_written_again() {
    let frames = frames(&[
        ("Name: old", (9, 1)),
        ("Name: oldh", (10, 1)),
        ("Name: old", (9, 1)),
        ("Name: new", (9, 1)),
    ]);
    assert_eq!(frames[1], "h");
    assert!(!frames[2].contains("Name"), "{frames:?}");
    assert!(frames[3].contains("Name: new"), "{frames:?}");
}
