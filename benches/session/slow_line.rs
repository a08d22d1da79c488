//! Measures how far the program falls behind the keys on a slow line.

use std::time::{Duration, Instant};

use super::{OA, pty_session::PtySession, step, table::Table};

const BITS_PER_SECOND: u32 = 9_600;
/// The time between two keys of a keyboard that repeats a key.
const KEY_INTERVAL: Duration = Duration::from_millis(33);
/// The question for the terminal's name, and the answer of one.
const NAME_QUERY: &[u8] = b"\x1b[>q";
const NAME_REPLY: &str = "\x1bP>|XTerm(370)\x1b\\";

/// Holds a key, and adds a row with the time until the screen has caught up after it is released.
pub(crate) fn measure(table: &mut Table, keys: usize) {
    let mut session = PtySession::start_on_line(&[OA], BITS_PER_SECOND);
    let mut unanswered = Vec::new();
    let mut answer = |session: &mut PtySession, bytes: &[u8]| {
        unanswered.extend_from_slice(bytes);
        let query = |bytes: &[u8]| {
            let mut parts = bytes.windows(NAME_QUERY.len());
            parts.position(|part| part == NAME_QUERY)
        };
        while let Some(index) = query(&unanswered) {
            unanswered.drain(..index + NAME_QUERY.len());
            session.type_keys(NAME_REPLY);
        }
    };
    while let Some(output) = session.next_output(Duration::from_millis(500)) {
        answer(&mut session, &output.bytes);
    }
    let start = Instant::now();
    let (mut released, mut last_output) = (start, start);
    let (mut typed, mut received) = (0, 0);
    loop {
        let is_due = start.elapsed() >= KEY_INTERVAL * u32::try_from(typed).unwrap_or(0);
        if typed < keys && is_due {
            released = session.type_keys(step(typed));
            typed += 1;
        }
        let wait = if typed < keys {
            Duration::from_millis(1)
        } else {
            Duration::from_secs(2)
        };
        match session.next_output(wait) {
            Some(output) => {
                received += output.bytes.len();
                last_output = output.at;
                answer(&mut session, &output.bytes);
            }
            None if typed == keys => break,
            None => {}
        }
    }
    session.quit();
    let behind = last_output.saturating_duration_since(released);
    table.row(
        "9,600 bits a second, Down held: behind when released",
        &format!(
            "{:.1} s after {typed} keys and {received} bytes",
            behind.as_secs_f64()
        ),
        "",
        "a frame or two",
    );
}
