use std::fs::File;
use std::io::{Read, Seek, Write};
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

pub const SALT_KEY: &str = "099eb0cd-02cf-4e2a-8aca-3e6c6aff0399";
const ADMIN: &str = env!("CARGO_BIN_EXE_holdfast-admin");
/// A daemon that has not found its bus before the session ends never ends itself; so its name is waited for.
const UNLOCK: &str = "\
    printf test | gnome-keyring-daemon --unlock --components=secrets --daemonize >/dev/null 2>&1; \
    gdbus wait --session --timeout 30 org.freedesktop.secrets; exec \"$@\"";

/// Whose keyring is meant, and how it is found.
#[derive(Clone, Copy)]
pub enum Desktop {
    /// Logged in: a session with an unlocked keyring.
    Unlocked,
    /// A session in which nobody has unlocked the keyring.
    Locked,
    /// No session at all, as over SSH.
    Absent,
}

/// A user of this machine who exists for one test, with a home, a keyring and a till.
pub struct User {
    root: TempDir,
}

/// How a command ended.
pub struct Ended {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Ended {
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.out).unwrap_or_else(|why| panic!("{why}: {} {}", self.out, self.err))
    }

    /// Everything that it said, for a failing assertion.
    pub fn said(&self) -> String {
        format!("exit {}\n{}{}", self.code, self.out, self.err)
    }
}

impl User {
    pub fn new() -> User {
        require_tools();
        let root = tempfile::tempdir().unwrap();
        for name in ["run", "data", "config", "cache", "state"] {
            let mut builder = std::fs::DirBuilder::new();
            builder.mode(0o700).create(root.path().join(name)).unwrap();
        }
        User { root }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.root.path().join(name)
    }

    /// The till's home.
    pub fn home(&self) -> PathBuf {
        self.path("holdfast")
    }

    pub fn admin(&self, desktop: Desktop, line: &str) -> Ended {
        self.admin_with(desktop, line, "")
    }

    /// `line` is split at spaces; `input` is standard input.
    pub fn admin_with(&self, desktop: Desktop, line: &str, input: &str) -> Ended {
        let words: Vec<&str> = std::iter::once(ADMIN).chain(line.split_whitespace()).collect();
        self.run(desktop, &words, input)
    }

    /// Without a session, and where no file can grow over two kilobytes.
    pub fn admin_on_a_full_disk(&self, line: &str) -> Ended {
        let limited = ["sh", "-c", "trap '' XFSZ; ulimit -f 2; exec \"$@\"", "sh", ADMIN];
        let words: Vec<&str> = limited.into_iter().chain(line.split_whitespace()).collect();
        self.run(Desktop::Absent, &words, "")
    }

    /// Provisions this user's till for `uat` as a person does who does everything right.
    pub fn provisioned(self, base_url: &str) -> User {
        let ended = self.admin_with(Desktop::Unlocked, &provision_line(base_url), SALT_KEY);
        assert_eq!(ended.code, 0, "{}", ended.said());
        self
    }

    pub fn installation(&self) -> String {
        let settings = std::fs::read_to_string(self.home().join("settings.json")).unwrap();
        let settings: serde_json::Value = serde_json::from_str(&settings).unwrap();
        settings["installation"].as_str().unwrap().to_owned()
    }

    /// What the keyring holds under this name for the profile `uat`, read by another program than ours.
    pub fn kept(&self, kind: &str) -> String {
        let user = format!("{}/uat/{kind}", self.installation());
        self.run(
            Desktop::Unlocked,
            &["secret-tool", "lookup", "service", "holdfast", "username", &user],
            "",
        )
        .out
    }

    pub fn keep(&self, kind: &str, secret: &str) {
        let user = format!("{}/uat/{kind}", self.installation());
        let words = [
            "secret-tool",
            "store",
            "--label=test",
            "service",
            "holdfast",
            "username",
            &user,
        ];
        let ended = self.run(Desktop::Unlocked, &words, secret);
        assert_eq!(ended.code, 0, "{}", ended.said());
    }

    pub fn forget(&self, kind: &str) {
        let user = format!("{}/uat/{kind}", self.installation());
        self.run(
            Desktop::Unlocked,
            &["secret-tool", "clear", "service", "holdfast", "username", &user],
            "",
        );
    }

    fn run(&self, desktop: Desktop, words: &[&str], input: &str) -> Ended {
        let before: &[&str] = match desktop {
            Desktop::Unlocked => &["dbus-run-session", "--", "sh", "-c", UNLOCK, "sh"],
            Desktop::Locked => &["dbus-run-session", "--"],
            Desktop::Absent => &[],
        };
        let mut all = before.iter().chain(words);
        let mut command = Command::new(all.next().unwrap());
        command.args(all);
        for gone in [
            "DISPLAY",
            "WAYLAND_DISPLAY",
            "DBUS_SESSION_BUS_ADDRESS",
            "GNOME_KEYRING_CONTROL",
            "SSH_AUTH_SOCK",
        ] {
            command.env_remove(gone);
        }
        command
            .env("HOME", self.root.path())
            .env("HOLDFAST_HOME", self.home());
        for (variable, name) in [
            ("XDG_RUNTIME_DIR", "run"),
            ("XDG_DATA_HOME", "data"),
            ("XDG_CONFIG_HOME", "config"),
            ("XDG_CACHE_HOME", "cache"),
            ("XDG_STATE_HOME", "state"),
        ] {
            command.env(variable, self.path(name));
        }
        // Files and not pipes: what the bus has started inherits them, and a pipe is read until the last one has ended.
        let (mut out, mut err) = (tempfile::tempfile().unwrap(), tempfile::tempfile().unwrap());
        command
            .stdin(Stdio::piped())
            .stdout(out.try_clone().unwrap())
            .stderr(err.try_clone().unwrap());
        let mut child = command.spawn().unwrap();
        // Whoever refuses its words does not read its input.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        let status = child.wait().unwrap();
        Ended {
            code: status.code().unwrap(),
            out: written(&mut out),
            err: written(&mut err),
        }
    }
}

pub fn provision_line(base_url: &str) -> String {
    format!(
        "provision --profile uat --base-url {base_url} --merchant-id MID12345 --salt-index 1 --salt-key-stdin"
    )
}

/// Every file below, with what is in it.
pub fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push((path.clone(), std::fs::read(&path).unwrap()));
        }
    }
    found
}

fn written(file: &mut File) -> String {
    let mut text = String::new();
    file.rewind().unwrap();
    file.read_to_string(&mut text).unwrap();
    text
}

fn require_tools() {
    let path = std::env::var_os("PATH").unwrap_or_default();
    for tool in ["dbus-run-session", "gnome-keyring-daemon", "gdbus", "secret-tool"] {
        let is_there = std::env::split_paths(&path).any(|folder| folder.join(tool).is_file());
        assert!(
            is_there,
            "{tool} is not installed: these tests need the Debian packages dbus, gnome-keyring, libglib2.0-bin \
             and libsecret-tools"
        );
    }
}
