//! Files that the program writes: complete or not there at all, and nothing that belongs to the user is lost.

#![cfg(unix)]

use std::{
    fs,
    io::Write as _,
    os::unix::fs::{PermissionsExt as _, symlink},
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use tempfile::TempDir;

const OA: &str = env!("CARGO_BIN_EXE_oa");

/// A temporary folder to work in.
struct Folder(TempDir);

impl Folder {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        // So that another user can look into it.
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).expect("permissions");
        Self(folder)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str) {
        fs::write(self.path(name), "mine").expect("the file can be written");
    }

    /// Runs the program in the folder.
    fn oa(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(OA);
        command.args(arguments).stdin(Stdio::null());
        command.current_dir(self.0.path());
        command.output().expect("the program starts")
    }

    /// Saves a briefing from the dialogue, with this line, and returns what the program prints after it.
    fn save(&self, line: &str) -> String {
        let mut child = Command::new(OA)
            .args(["--plain", "oldham"])
            .current_dir(self.0.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut input = child.stdin.take().expect("standard input is open");
        writeln!(input, "{line}").expect("the program reads");
        drop(input);
        let output = child.wait_with_output().expect("the program ends");
        let said = String::from_utf8(output.stdout).expect("text");
        said.lines().last().unwrap_or_default().to_string()
    }

    /// Returns the paths of everything in the folder, sorted.
    fn all(&self) -> Vec<String> {
        fn visit(folder: &Path, root: &Path, found: &mut Vec<String>) {
            for entry in fs::read_dir(folder).expect("a folder").flatten() {
                let path = entry.path();
                let name = path.strip_prefix(root).expect("it is in the folder");
                found.push(name.display().to_string());
                if entry.file_type().expect("a type").is_dir() {
                    visit(&path, root, found);
                }
            }
        }
        let mut found = Vec::new();
        visit(self.0.path(), self.0.path(), &mut found);
        found.sort();
        found
    }
}

#[track_caller]
fn assert_refused(output: &Output, words: &str) {
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains(words), "`{words}` is not in: {said}");
    assert_eq!(said.lines().count(), 1, "{said}");
}

#[test]
fn export_keeps_folders_with_similar_names() {
    let folder = Folder::new();
    for name in ["out.unfinished", ".out.tmp", "out~"] {
        fs::create_dir(folder.path(name)).expect("a folder");
        folder.write(&format!("{name}/mine.txt"));
    }
    let before = folder.all();
    assert!(folder.oa(&["export", "out"]).status.success());
    let after = folder.all();
    assert!(before.iter().all(|name| after.contains(name)), "{after:?}");
    let new: Vec<&String> = after
        .iter()
        .filter(|name| !before.contains(name) && !name.starts_with("out/"))
        .collect();
    assert_eq!(new, ["out"]);
    assert!(after.contains(&"out/areas.csv".to_string()));
}

#[test]
fn names_with_characters_that_cannot_be_seen_are_refused() {
    let folder = Folder::new();
    for name in ["out\u{1b}[31m", "out\nput", "out\u{202e}"] {
        let output = folder.oa(&["export", name]);
        assert_eq!(output.status.code(), Some(2), "{name:?}");
        let message = String::from_utf8_lossy(&output.stderr);
        assert!(
            message.contains("has a character that cannot be shown. Choose a name without it."),
            "{message}"
        );
    }
    let mut left = fs::read_dir(folder.0.path()).expect("a folder");
    assert!(left.next().is_none());
}

#[test]
fn export_creates_the_folder_however_its_name_is_written() {
    let folder = Folder::new();
    fs::create_dir(folder.path("sub")).expect("a folder");
    let absolute = folder.path("absolute/").display().to_string();
    for (typed, name) in [
        ("fresh/", "fresh"),
        ("fresh2//", "fresh2"),
        ("./fresh3/.", "fresh3"),
        ("sub/fresh", "sub/fresh"),
        ("sub/../fresh4", "fresh4"),
        (&absolute, "absolute"),
        ("-", "-"),
    ] {
        let output = folder.oa(&["export", typed]);
        assert!(output.status.success(), "{typed}: {output:?}");
        assert!(folder.path(name).join("areas.csv").is_file(), "{typed}");
        let mode = |name: &Path| name.metadata().expect("it exists").permissions().mode();
        assert_eq!(
            mode(&folder.path(name)),
            mode(&folder.path("sub")),
            "{typed}"
        );
    }
}

#[test]
fn export_refuses_names_that_are_in_use() {
    let folder = Folder::new();
    fs::create_dir(folder.path("empty")).expect("a folder");
    fs::create_dir(folder.path("full")).expect("a folder");
    folder.write("full/mine.txt");
    folder.write("file");
    symlink("empty", folder.path("link-to-folder")).expect("a link");
    symlink("file", folder.path("link-to-file")).expect("a link");
    symlink("nowhere", folder.path("dangling")).expect("a link");
    let pipe = Command::new("mkfifo").arg(folder.path("pipe")).status();
    assert!(pipe.is_ok_and(|status| status.success()));
    let before = folder.all();
    for name in [
        "empty",
        "empty/",
        "full",
        "full/",
        "file",
        "link-to-folder",
        "link-to-file",
        "dangling",
        "pipe",
    ] {
        assert_refused(&folder.oa(&["export", name]), "already exists");
    }
    for name in [".", "..", "/", "full/.."] {
        let output = folder.oa(&["export", name]);
        assert_eq!(output.status.code(), Some(2), "{name}: {output:?}");
    }
    assert_refused(
        &folder.oa(&["export", ".."]),
        "not the name of a new folder",
    );
    for name in ["everything.xls", "everything.PDF", "folder/everything.zip"] {
        let output = folder.oa(&["export", name]);
        assert_refused(&output, "everything cannot be exported as");
    }
    assert_refused(&folder.oa(&["export", "no/such/folder"]), "cannot write");
    assert_refused(&folder.oa(&["export", "file/new"]), "cannot write");
    assert_eq!(folder.all(), before);
}

#[test]
fn a_comparison_is_saved_as_it_is_said() {
    let folder = Folder::new();
    assert_eq!(
        folder.save("compare hastings ipswich\nw both.csv"),
        "Saved the comparison as both.csv."
    );
    let saved = fs::read_to_string(folder.path("both.csv")).expect("the file is there");
    assert!(saved.contains("Hastings,Ipswich"), "{saved}");
    assert_eq!(
        folder.save("s mental health\nw start.md"),
        "Saved the briefing on the programme as start.md."
    );
}

#[test]
fn a_list_of_facts_or_targets_is_saved_as_a_table() {
    let folder = Folder::new();
    assert_eq!(
        folder.save("table by money school\nw facts.csv"),
        "Saved the facts as facts.csv."
    );
    assert_eq!(
        folder.save("targets by outcome\nw targets.csv"),
        "Saved the targets as targets.csv."
    );
    let read = |name: &str| fs::read_to_string(folder.path(name)).expect("the file is there");
    let (facts, targets) = (read("facts.csv"), read("targets.csv"));
    assert!(
        facts.starts_with("\u{feff}area,priority,kind,fact,"),
        "{facts}"
    );
    let second = facts.lines().nth(1).expect("a row");
    assert!(second.contains("42000000"), "{second}");
    assert!(facts.lines().count() > 200);
    assert!(
        targets
            .lines()
            .nth(1)
            .is_some_and(|row| row.contains(",met,")),
        "{targets}"
    );
}

#[test]
fn an_answer_is_written_in_the_format_of_the_ending() {
    let folder = Folder::new();
    let read = |name: &str| fs::read(folder.path(name)).expect("the file is there");
    for (name, start) in [
        ("a.txt", "Areas\n"),
        ("a.md", "# Areas\n"),
        ("a.html", "<!DOCTYPE html>"),
        ("a.CSV", "\u{feff}area,"),
        ("a.json", "{\n  \"as_of\": null"),
        ("a.jsonl", "{\"cites\":[]"),
    ] {
        let output = folder.oa(&["list", "areas", "-o", name]);
        assert!(output.status.success(), "{output:?}");
        assert_eq!(
            String::from_utf8_lossy(&output.stdout),
            format!("Saved {name}\n")
        );
        let content = read(name);
        let content = String::from_utf8_lossy(&content);
        let beginning: String = content.chars().take(40).collect();
        assert!(content.starts_with(start), "{name}: {beginning}");
        assert!(content.contains("Oldham"), "{name}");
    }
    // A pipe has no byte order mark, and neither has the folder.
    let piped = folder.oa(&["list", "areas", "--format", "csv"]).stdout;
    assert_eq!(piped, read("a.CSV")["\u{feff}".len()..]);
    assert!(folder.oa(&["export", "all"]).status.success());
    assert!(read("all/areas.csv").starts_with(b"area,"));
}

#[test]
fn commands_with_formats_of_their_own_write_them() {
    let folder = Folder::new();
    folder.write("a.json");
    for (line, start) in [
        ("picture map -o map.svg", "<svg"),
        ("picture map -o map.TXT", " 1 Areas"),
        ("picture map -o map.ansi", " \u{1b}["),
        ("schema -o schema.json", "{"),
        ("man list -o oa-list.1", ".ie"),
        ("man kiosk -o oa-kiosk.8", ".ie"),
        ("completions bash -o oa", "_oa"),
        ("export -o data.json", "{"),
        ("check data.json -o result.txt", "data.json: no problems"),
        ("check data.json -o result.json", "{"),
    ] {
        let arguments: Vec<&str> = line.split(' ').collect();
        let output = folder.oa(&arguments);
        let name = arguments.last().expect("a name");
        assert_eq!(
            String::from_utf8_lossy(&output.stdout),
            format!("Saved {name}\n"),
            "{line}: {output:?}"
        );
        let content = fs::read_to_string(folder.path(name)).expect("the file is there");
        assert!(content.starts_with(start), "{line}: {content:.80}");
        let again = folder.oa(&arguments);
        assert_refused(
            &again,
            "already exists. Choose another name, or add --force",
        );
        let forced = folder.oa(&[&arguments[..], &["--force"]].concat());
        assert!(forced.status.success(), "{line}");
    }
    for (line, endings) in [
        ("picture map -o map.png", ".svg, .txt or .ansi"),
        ("schema -o schema.yaml", ".json"),
        ("man list -o list.pdf", ".1 or .8"),
        ("check data.json -o result.csv", ".txt or .json"),
        ("list areas -o areas.pdf", ".json or .jsonl"),
    ] {
        let output = folder.oa(&line.split(' ').collect::<Vec<_>>());
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{line}: {said}");
        assert!(said.contains(endings), "{line}: {said}");
    }
    // The result of a check is written even if there are problems, and the status says so.
    let output = folder.oa(&["check", "a.json", "-o", "problems.txt"]);
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    let problems = fs::read_to_string(folder.path("problems.txt")).expect("a file");
    assert!(problems.contains("a.json"), "{problems}");
}

#[test]
fn every_answer_is_the_same_on_standard_output_and_in_a_file() {
    let folder = Folder::new();
    for line in [
        "show oldham",
        "show derby/1 norwich/2",
        "show term/pupil-premium",
        "brief derby",
        "brief --about exclusions",
        "coverage",
        "targets",
    ] {
        let words: Vec<&str> = line.split(' ').collect();
        for (format, name) in [
            ("csv", "a.csv"),
            ("md", "a.md"),
            ("html", "a.html"),
            ("json", "a.json"),
            ("jsonl", "a.jsonl"),
        ] {
            let piped = folder.oa(&[&words[..], &["--format", format]].concat());
            assert!(piped.status.success(), "{line}, {format}: {piped:?}");
            let saved = folder.oa(&[&words[..], &["-o", name, "--force"]].concat());
            assert!(saved.status.success(), "{line}, {format}: {saved:?}");
            let file = fs::read_to_string(folder.path(name)).expect("the file is there");
            let file = file.trim_start_matches('\u{feff}');
            assert_eq!(
                String::from_utf8_lossy(&piped.stdout),
                file,
                "{line}, {format}"
            );
        }
    }
}

#[cfg(feature = "office")]
#[test]
fn workbooks_and_documents_are_written() {
    let folder = Folder::new();
    for arguments in [
        &["list", "actions", "-o", "actions.xlsx"][..],
        &["brief", "oldham", "--output", "oldham.docx"],
        &["show", "oldham/3", "-o", "oldham.xlsx"],
        &["export", "everything.xlsx"],
    ] {
        let output = folder.oa(arguments);
        assert!(output.status.success(), "{output:?}");
    }
    assert_eq!(
        folder.save("w briefing.docx"),
        "Saved the briefing as briefing.docx."
    );
    assert_eq!(
        folder.save("table school\nw table.xlsx"),
        "Saved the facts as table.xlsx."
    );
    let names = folder.all();
    assert_eq!(names.len(), 6, "{names:?}");
    for name in names {
        let content = fs::read(folder.path(&name)).expect("a file");
        assert!(content.starts_with(b"PK\x03\x04"), "{name}");
        assert!(content.len() > 5_000, "{name}");
    }
}

#[test]
fn a_file_is_replaced_only_with_force() {
    let folder = Folder::new();
    for name in ["mine.md", "mine.json"] {
        folder.write(name);
    }
    let mine = |name: &str| fs::read(folder.path(name)).is_ok_and(|content| content == b"mine");
    let list = ["list", "areas", "-o", "mine.md"];
    assert_refused(
        &folder.oa(&list),
        "already exists. Choose another name, or add --force",
    );
    assert_refused(&folder.oa(&["export", "mine.json"]), "already exists");
    assert!(mine("mine.md") && mine("mine.json"));
    assert!(
        folder
            .oa(&[&list[..], &["--force"]].concat())
            .status
            .success()
    );
    assert!(
        folder
            .oa(&["export", "mine.json", "--force"])
            .status
            .success()
    );
    assert!(!mine("mine.md") && !mine("mine.json"));
    assert_eq!(folder.all(), ["mine.json", "mine.md"]);
}

#[test]
fn files_that_cannot_be_written_are_refused_with_a_reason() {
    let folder = Folder::new();
    folder.write("mine");
    for (arguments, words) in [
        (
            &["list", "areas", "-o", "no/a.md"][..],
            "there is no folder `no`",
        ),
        (
            &["list", "areas", "-o", "mine/a.md"],
            "`mine` is not a folder",
        ),
        (&["export", "a.csv"], "Use .xlsx, .json or .jsonl"),
        (
            &["export", "a.json", "--as-of", "2018"],
            "Leave out --as-of",
        ),
        (&["export", "folder", "--force"], "--force replaces files"),
    ] {
        assert_refused(&folder.oa(arguments), words);
    }
    for name in ["a.pdf", "a", ".md", "no/.csv"] {
        let output = folder.oa(&["list", "areas", "-o", name]);
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(
            said.contains("give the name one of these endings: .md, .html, .txt"),
            "{said}"
        );
    }
    // The format is that of the ending, so another one would be a contradiction.
    let both = ["list", "areas", "-o", "a.md", "--format", "csv"];
    assert_eq!(folder.oa(&both).status.code(), Some(2));
    // If nothing is found, there is nothing to write.
    let none = ["search", "zzzz", "-o", "a.md"];
    assert_eq!(folder.oa(&none).status.code(), Some(1));
    for kiosk in [&["list", "areas", "-o", "a.md"][..], &["export", "a.json"]] {
        let output = folder.oa(&[&["--kiosk"], kiosk].concat());
        assert_refused(&output, "writes no files");
    }
    assert_eq!(folder.all(), ["mine"]);
}

#[test]
fn an_exported_dataset_is_read_back_identically() {
    let folder = Folder::new();
    assert!(folder.oa(&["export", "one.json"]).status.success());
    let copy = ["--data", "one.json", "export", "two.json"];
    assert!(folder.oa(&copy).status.success());
    let read = |name: &str| fs::read(folder.path(name)).expect("the file is there");
    assert_eq!(read("one.json"), read("two.json"));
    let parsed =
        |bytes: &[u8]| -> serde_json::Value { serde_json::from_slice(bytes).expect("JSON") };
    let bundled = concat!(env!("CARGO_MANIFEST_DIR"), "/data/opportunity-areas.json");
    let bundled = fs::read(bundled).expect("the bundled dataset");
    assert_eq!(parsed(&read("one.json")), parsed(&bundled));
    let check = folder.oa(&["check", "one.json"]);
    assert!(check.status.success(), "{check:?}");
    assert!(folder.oa(&["export", "lines.jsonl"]).status.success());
    assert_eq!(
        folder.oa(&["export", "--format", "jsonl"]).stdout,
        read("lines.jsonl")
    );
}

#[test]
fn saving_keeps_files_with_similar_names() {
    let folder = Folder::new();
    folder.write("oldham.md.unfinished");
    assert_eq!(
        folder.save("w oldham.md"),
        "Saved the briefing as oldham.md."
    );
    assert_eq!(
        folder.save("w oldham.md"),
        "oldham.md already exists. To overwrite it, type w! oldham.md"
    );
    assert_eq!(
        folder.save("w! oldham.md"),
        "Saved the briefing as oldham.md."
    );
    assert_eq!(folder.all(), ["oldham.md", "oldham.md.unfinished"]);
    let content =
        fs::read_to_string(folder.path("oldham.md.unfinished")).expect("the file is there");
    assert_eq!(content, "mine");
}

#[test]
fn saving_reports_names_that_cannot_be_used() {
    let folder = Folder::new();
    fs::create_dir(folder.path("sub")).expect("a folder");
    folder.write("mine.md");
    let pipe = Command::new("mkfifo").arg(folder.path("pipe")).status();
    assert!(pipe.is_ok_and(|status| status.success()));
    let before = folder.all();
    for line in [
        "w no/such/folder.md",
        "w new/",
        "w! sub",
        // Not a real device: a program with the fault would replace it.
        "w! pipe",
        "w mine.md/x",
    ] {
        let said = folder.save(line);
        assert!(said.contains("cannot be written: "), "{line}: {said}");
    }
    assert_eq!(folder.all(), before);
    assert!(!folder.path("pipe").is_file());
}

/// Returns a command that runs the program as a user who owns nothing here, or nothing if that is not possible.
fn as_another_user(program: &Path) -> Option<Command> {
    let is_root = fs::metadata("/proc/self")
        .is_ok_and(|data| std::os::unix::fs::MetadataExt::uid(&data) == 0);
    if !is_root {
        return Some(Command::new(program));
    }
    let mut command = Command::new("setpriv");
    command.args(["--reuid=65534", "--regid=65534", "--clear-groups"]);
    command.arg(program);
    Command::new("setpriv")
        .arg("--version")
        .output()
        .is_ok()
        .then_some(command)
}

/// Root can write everywhere, so as root the test uses `setpriv` (util-linux) to become another user.
#[test]
fn folder_that_cannot_be_written_stays_as_it_is() {
    let folder = Folder::new();
    let program = folder.path("oa");
    fs::copy(OA, &program).expect("a copy that anyone may run");
    let closed = folder.path("closed");
    fs::create_dir(&closed).expect("a folder");
    fs::write(closed.join("oldham.md"), "mine").expect("a file");
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o555)).expect("permissions");
    let Some(mut command) = as_another_user(&program) else {
        println!("skipped: setpriv is not installed");
        return;
    };
    let export = command
        .args(["export", "closed/out"])
        .current_dir(folder.0.path());
    let output = export.output().expect("the program starts");
    assert_refused(
        &output,
        "cannot write `closed/out`: you may not write in `closed`",
    );
    for line in ["w new.md", "w! oldham.md"] {
        let mut child = as_another_user(&program)
            .expect("as before")
            .args(["--plain", "oldham"])
            .current_dir(&closed)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut input = child.stdin.take().expect("standard input is open");
        writeln!(input, "{line}").expect("the program reads");
        drop(input);
        let output = child.wait_with_output().expect("the program ends");
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(
            said.contains("cannot be written: you may not write in this folder"),
            "{line}: {said}"
        );
    }
    let left = fs::read_dir(&closed).expect("a folder").count();
    assert_eq!(left, 1, "something was left");
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o755)).expect("permissions");
}

#[test]
fn answer_that_cannot_be_written_is_an_error() {
    let full = fs::File::options().write(true).open("/dev/full");
    let Ok(full) = full else {
        println!("skipped: there is no /dev/full");
        return;
    };
    let output = Command::new(OA)
        .args(["list", "areas"])
        .stdout(full)
        .output()
        .expect("the program starts");
    assert_refused(&output, "cannot write the answer: No space left on device");
}

/// Runs a script in a folder with a file system of its own, if the system allows it. The mount ends with the script.
#[cfg(target_os = "linux")]
fn on_file_system(folder: &Folder, mount: &str, script: &str) -> Option<String> {
    fs::create_dir_all(folder.path("disk")).expect("a folder");
    let can = |script: &str| {
        Command::new("unshare")
            .args(["--mount", "sh", "-c", script])
            .current_dir(folder.0.path())
            .output()
    };
    if !can(mount).is_ok_and(|output| output.status.success()) {
        println!("skipped: cannot mount with `{mount}`");
        return None;
    }
    let output = can(&format!("{mount} && cd disk && {script}")).expect("as before");
    let printed = [&output.stdout[..], &output.stderr].concat();
    Some(String::from_utf8(printed).expect("text"))
}

/// Needs root, to mount a small disk in memory.
#[cfg(target_os = "linux")]
#[test]
fn full_disk_leaves_nothing_behind() {
    let folder = Folder::new();
    let script = format!(
        "echo mine > oldham.md; {OA} export out; echo status $?; \
         head -c 1000000 /dev/zero > rest 2>/dev/null; \
         printf 'w new.md\\nw! oldham.md\\n' | {OA} --plain oldham | tail -n 2; \
         cat oldham.md; ls -A; rm oldham.md rest"
    );
    let mount = "mount -t tmpfs -o size=64k,mode=755 none disk";
    let Some(said) = on_file_system(&folder, mount, &script) else {
        return;
    };
    assert!(said.contains("status 2\n"), "{said}");
    assert!(
        said.contains("oa: cannot write `out`: the disk is full"),
        "{said}"
    );
    for name in ["new.md", "oldham.md"] {
        let message = format!("{name} cannot be written: the disk is full");
        assert!(said.contains(&message), "{said}");
    }
    assert!(
        said.contains("\nmine\noldham.md\nrest\n"),
        "something was left or lost: {said}"
    );
}

/// FAT has no hard links. Needs root, dosfstools and a kernel that can mount FAT.
#[cfg(target_os = "linux")]
#[test]
fn files_are_written_to_fat() {
    let folder = Folder::new();
    fs::write(folder.path("image"), vec![0; 1 << 22]).expect("an image");
    let script = format!(
        "{OA} export out/; echo status $?; printf 'w\\nw\\n' | {OA} --plain oldham | tail -n 2; ls -A; ls out | head -n 1"
    );
    let mount = "mkfs.vfat image && mount -o loop image disk";
    let Some(said) = on_file_system(&folder, mount, &script) else {
        return;
    };
    assert!(
        said.contains("status 0\nSaved the briefing as oldham.md.\noldham.md already exists."),
        "{said}"
    );
    assert!(said.contains("\noldham.md\nout\nareas.csv\n"), "{said}");
}
