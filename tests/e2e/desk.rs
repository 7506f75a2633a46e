//! What stands under a till: a screen, a session bus with a keyring, and folders of its own.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::programs::{Running, bound_to_us};

/// An X server that nobody sees.
pub(crate) struct Screen {
    _server: Running,
    pub(crate) display: String,
}

impl Screen {
    pub(crate) fn start() -> Self {
        let mut xvfb = bound_to_us("Xvfb");
        xvfb.args(["-displayfd", "1", "-screen", "0", "1280x800x24"])
            .args(["-nolisten", "tcp", "-noreset"])
            .stderr(std::process::Stdio::null());
        let (server, number) = Running::until_first_line(&mut xvfb, "");
        Screen {
            _server: server,
            display: format!(":{number}"),
        }
    }
}

/// Which keyring answers on a bus.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Keyring {
    Unlocked,
    /// No Secret Service at all, and nothing that the bus could start as one.
    Missing,
}

/// A session bus of one's own.
pub(crate) struct Bus {
    session: Running,
    pub(crate) address: String,
}

const UNLOCKED: &str = "\
    printf test | gnome-keyring-daemon --unlock --components=secrets --daemonize >/dev/null && \
    echo \"$DBUS_SESSION_BUS_ADDRESS\" && exec cat >/dev/null";
const BARE: &str = "echo \"$DBUS_SESSION_BUS_ADDRESS\" && exec cat >/dev/null";
/// A running keyring can only be unlocked by a prompt, so another, unlocked, takes its place.
const REPLACE: &str = "\
    printf test | gnome-keyring-daemon --replace --unlock --components=secrets --daemonize >/dev/null";
const BUS_WITHOUT_SERVICES: &str = r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#;

impl Bus {
    /// The session ends when its input does, so nothing of it outlives the test, even a killed one.
    pub(crate) fn start(folders: &Folders, screen: &Screen, keyring: Keyring) -> Self {
        let mut session = Command::new("dbus-run-session");
        folders.lend_to(&mut session);
        session.env("DISPLAY", &screen.display);
        session.stderr(folders.log("session.log"));
        if keyring == Keyring::Missing {
            let config = folders.root.join("bus.conf");
            std::fs::write(&config, BUS_WITHOUT_SERVICES).expect("the folder takes files");
            session.arg("--config-file").arg(config);
        }
        let script = match keyring {
            Keyring::Unlocked => UNLOCKED,
            Keyring::Missing => BARE,
        };
        session.args(["--", "sh", "-c", script]);
        let (session, address) = Running::until_first_line(&mut session, "");
        Bus { session, address }
    }

    /// Locks the keyring under the running till.
    pub(crate) fn lock(&self, folders: &Folders) {
        self.run(
            folders,
            "gdbus call --session --dest org.freedesktop.secrets --object-path /org/freedesktop/secrets \
             --method org.freedesktop.Secret.Service.Lock \"['/org/freedesktop/secrets/aliases/default']\"",
        );
    }

    pub(crate) fn unlock(&self, folders: &Folders) {
        self.run(folders, REPLACE);
    }

    fn run(&self, folders: &Folders, script: &str) {
        let mut shell = Command::new("sh");
        folders.lend_to(&mut shell);
        let done = shell
            .env("DBUS_SESSION_BUS_ADDRESS", &self.address)
            .stderr(folders.log("session.log"))
            .stdout(std::process::Stdio::null())
            .args(["-c", script])
            .status()
            .expect("sh is there");
        assert!(done.success(), "{script}");
    }
}

impl Drop for Bus {
    fn drop(&mut self) {
        self.session.end_by_input();
    }
}

/// The folders of one desktop user, gone at the end.
pub(crate) struct Folders {
    pub(crate) root: PathBuf,
    _gone_at_the_end: tempfile::TempDir,
}

impl Folders {
    pub(crate) fn new() -> Self {
        let dir = tempfile::Builder::new()
            .prefix("hf-")
            .tempdir()
            .expect("the temporary folder takes folders");
        let folders = Folders {
            root: dir.path().to_owned(),
            _gone_at_the_end: dir,
        };
        for name in ["run", "data", "config", "cache", "user", "holdfast"] {
            std::fs::create_dir(folders.root.join(name)).expect("a new folder takes folders");
        }
        let private = std::os::unix::fs::PermissionsExt::from_mode(0o700);
        std::fs::set_permissions(folders.root.join("run"), private).expect("the folder is ours");
        folders
    }

    /// `HOLDFAST_HOME`.
    pub(crate) fn home(&self) -> PathBuf {
        self.root.join("holdfast")
    }

    /// What a program prints is kept, so that it can be searched for secrets afterwards.
    pub(crate) fn log(&self, name: &str) -> std::fs::File {
        std::fs::File::options()
            .create(true)
            .append(true)
            .open(self.root.join(name))
            .expect("the folder takes files")
    }

    /// Where a test puts package lists of its own, if it has any: apt reads them in place of this machine's.
    pub(crate) fn apt_config(&self) -> PathBuf {
        self.root.join("apt.conf")
    }

    /// Nothing of whoever runs the tests is seen or touched: no home, no keyring, no display.
    pub(crate) fn lend_to(&self, command: &mut Command) {
        let at = |name: &str| self.root.join(name);
        for name in [
            "WAYLAND_DISPLAY",
            "DISPLAY",
            "DBUS_SESSION_BUS_ADDRESS",
            "RUST_LOG",
        ] {
            command.env_remove(name);
        }
        command
            .env("HOME", at("user"))
            .env("XDG_RUNTIME_DIR", at("run"))
            .env("XDG_DATA_HOME", at("data"))
            .env("XDG_CONFIG_HOME", at("config"))
            .env("XDG_CACHE_HOME", at("cache"))
            .env("HOLDFAST_HOME", self.home())
            .env("HOLDFAST_LOG", "trace")
            .env("LANG", "C.UTF-8")
            // Where the shop stands: paper has India's time, the window that of its computer.
            .env("TZ", "Asia/Kolkata")
            .env("GSETTINGS_BACKEND", "memory")
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            // It would be written while the folders go away.
            .env("MESA_SHADER_CACHE_DISABLE", "true")
            .env("NO_AT_BRIDGE", "1");
        let apt_config = self.apt_config();
        if apt_config.exists() {
            command.env("APT_CONFIG", apt_config);
        }
    }

    pub(crate) fn path(&self) -> &Path {
        &self.root
    }
}
