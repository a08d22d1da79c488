//! What a visitor sees: answers to questions, and the dashboard in a terminal that is resized.

use crate::{
    harness::{Keys, Server},
    terminal::Session,
};

#[test]
#[ignore = "needs sshd: cargo test --test ssh -- --ignored"]
fn answers_questions_at_once() {
    for keys in &Keys::for_both_users("questions") {
        let server = Server::sshd(keys);
        for (words, answer) in [
            (&["show", "oldham/3"][..], "Oldham, priority 3"),
            (&["search", "early", "years"], "Early years"),
            (
                &["list", "areas", "--as-of", "2017-10-09", "--format", "csv"],
                "not yet published",
            ),
        ] {
            let output = keys.ssh(server.port, &[], words);
            let said = String::from_utf8_lossy(&output.stdout);
            assert!(
                output.status.success() && said.contains(answer),
                "{words:?}: {said}{}",
                String::from_utf8_lossy(&output.stderr)
            );
        }
        assert_eq!(
            keys.ssh(server.port, &[], &["show", "xyzzyxyzzy"])
                .status
                .code(),
            Some(1)
        );
    }
}

#[test]
#[ignore = "needs sshd: cargo test --test ssh -- --ignored"]
fn browses_resizes_and_quits() {
    for keys in &Keys::for_both_users("browse") {
        let server = Server::sshd(keys);
        let mut session = Session::start(
            &format!(
                "{}; s=$?; stty -a; echo status $s",
                keys.line(server.port, "-t")
            ),
            80,
            24,
        );
        session.wait_for("▌Blackpool");
        session.send("/mental health oldham\r");
        session.wait_for("oldham/3/mental-health-first-aid");
        session.resize(120, 40);
        session.wait_for("8 Sources");
        session.resize(80, 24);
        session.send("2");
        session.wait_for("Priorities by theme");
        // Ctrl-Z and the key that saves a file do nothing in the kiosk.
        session.send("\x1aw");
        session.send("3");
        session.wait_for("━ Map");
        session.send("q");
        session.wait_for("status 0");
        session.assert_restored();
        server.wait_for_kiosks(0);
    }
}
