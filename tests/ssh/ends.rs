//! Clients that go away.

use crate::{
    harness::{Keys, Server, run},
    terminal::Session,
};

#[test]
#[ignore = "needs sshd: cargo test --test ssh -- --ignored"]
fn clients_that_are_killed_leave_nothing() {
    for keys in &Keys::for_both_users("killed") {
        let server = Server::sshd(keys);
        let session = Session::start(&format!("exec {}", keys.line(server.port, "-t")), 80, 24);
        session.wait_for("▌Blackpool");
        server.wait_for_kiosks(1);
        assert!(
            run("sh", &["-c", &format!("kill -9 {}", session.process())])
                .status
                .success()
        );
        server.wait_for_kiosks(0);
    }
}
