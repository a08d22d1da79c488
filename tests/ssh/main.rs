//! Serving over SSH: a real sshd with the configuration in oa-kiosk(8), temporary keys, and clients that mean harm.
//!
//! Needs openssh-server, openssh-client and haproxy, and uses ports of the loopback interface. As root it also creates a user
//! for each of most tests, and removes it. The limits in the manual are those of the profile `dist`. To check them, build with
//! `cargo build --profile dist` and run `OA_PROGRAM=target/dist/oa cargo test --test ssh -- --ignored`.

#![cfg(target_os = "linux")]

#[expect(dead_code, reason = "other tests use more of it")]
#[path = "../terminal/mod.rs"]
mod terminal;

mod commands;
mod crowd;
mod ends;
mod harness;
mod hosts;
mod input;
mod limits;
mod manual;
mod refusals;
mod sessions;
mod sizes;
mod unread;
