//! Bytes to a printer and back, never waiting longer than until a given moment.

use crate::address::Address;
use std::fs::{File, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::net::{TcpStream, ToSocketAddrs};
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

/// How often a line that takes nothing, or has nothing, is tried again.
const AGAIN_AFTER: Duration = Duration::from_millis(4);

/// An open way to a printer. Every step is tried and tried again until its moment, so that no printer can hold the thread.
pub struct Line {
    ends: Ends,
    /// What has come and nobody has asked for yet.
    inbox: Vec<u8>,
    /// A file answers nothing.
    pub talks_back: bool,
}

enum Ends {
    Network(TcpStream),
    Device(File),
}

/// What came of a step.
#[derive(Debug, PartialEq, Eq)]
pub enum Step {
    Done,
    /// The moment came first.
    TooLate,
    /// The other end is gone.
    Broken,
}

impl Line {
    /// # Errors
    /// Nothing was sent then.
    pub fn open(address: &Address, within: Duration) -> io::Result<Line> {
        match address {
            Address::Network { host, port } => {
                let places = (host.as_str(), *port).to_socket_addrs()?;
                let stream = reached(places, within)?;
                stream.set_nonblocking(true)?;
                // The last band is small; it must not wait for company.
                stream.set_nodelay(true)?;
                Ok(Line {
                    ends: Ends::Network(stream),
                    inbox: Vec::new(),
                    talks_back: true,
                })
            }
            Address::Path(path) => {
                let file = opened(path)?;
                let talks_back = !file.metadata()?.is_file();
                Ok(Line {
                    ends: Ends::Device(file),
                    inbox: Vec::new(),
                    talks_back,
                })
            }
        }
    }

    /// Sends all of it; gives up when the line takes no byte for `quiet_max`, or at `until`. The second is how many bytes
    /// have left.
    pub fn send(&mut self, bytes: &[u8], quiet_max: Duration, until: Instant) -> (Step, usize) {
        let mut sent = 0_usize;
        let mut moved_at = Instant::now();
        while let Some(left) = bytes.get(sent..).filter(|left| !left.is_empty()) {
            match self.write(left) {
                Ok(0) => return (Step::Broken, sent),
                Ok(count) => {
                    sent = sent.saturating_add(count);
                    moved_at = Instant::now();
                }
                Err(error) if is_patient(&error) => {
                    if moved_at.elapsed() >= quiet_max || Instant::now() >= until {
                        return (Step::TooLate, sent);
                    }
                    rest();
                }
                Err(_) => return (Step::Broken, sent),
            }
        }
        (Step::Done, sent)
    }

    /// The first byte that is wanted. Others stay: the answer to one question may come while another is asked.
    pub fn receive(&mut self, wanted: impl Fn(u8) -> bool, until: Instant) -> Result<u8, Step> {
        const KEPT_MAX: usize = 256;
        let mut bytes = [0_u8; 32];
        loop {
            if let Some(at) = self.inbox.iter().position(|byte| wanted(*byte)) {
                return Ok(self.inbox.remove(at));
            }
            match self.read(&mut bytes) {
                Ok(0) if matches!(self.ends, Ends::Network(_)) => return Err(Step::Broken),
                Ok(count) if count > 0 => {
                    self.inbox.extend(bytes.iter().take(count));
                    let surplus = self.inbox.len().saturating_sub(KEPT_MAX);
                    self.inbox.drain(..surplus);
                    continue;
                }
                Ok(_) => {}
                Err(error) if is_patient(&error) => {}
                Err(_) => return Err(Step::Broken),
            }
            if Instant::now() >= until {
                return Err(Step::TooLate);
            }
            rest();
        }
    }

    /// What came before belongs to something else.
    pub fn forget(&mut self) {
        self.inbox.clear();
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.ends {
            Ends::Network(stream) => stream.write(bytes),
            Ends::Device(file) => file.write(bytes),
        }
    }

    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        match &mut self.ends {
            Ends::Network(stream) => stream.read(bytes),
            Ends::Device(file) => file.read(bytes),
        }
    }
}

/// A device has nothing else to wait on that ends at a moment, and this thread has nothing else to do.
#[expect(
    clippy::disallowed_methods,
    reason = "a line is tried again until its deadline, on a thread that nobody waits for"
)]
fn rest() {
    thread::sleep(AGAIN_AFTER);
}

fn is_patient(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::WouldBlock | ErrorKind::TimedOut | ErrorKind::Interrupted
    )
}

fn reached(places: impl Iterator<Item = std::net::SocketAddr>, within: Duration) -> io::Result<TcpStream> {
    let mut last = io::Error::new(ErrorKind::NotFound, "the name has no address");
    // A name may stand for two addresses; a counter's printer does not for more.
    for place in places.take(2) {
        match TcpStream::connect_timeout(&place, within) {
            Ok(stream) => return Ok(stream),
            Err(error) => last = error,
        }
    }
    Err(last)
}

/// Never waits: a device that takes nothing says so. A file is made where there is none, but not among the devices.
fn opened(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.append(true);
    let is_device = path.starts_with("/dev") || path.exists() && !path.is_file();
    if is_device {
        options.read(true);
    } else {
        options.create(true);
    }
    #[cfg(target_os = "linux")]
    {
        use std::os::unix::fs::OpenOptionsExt;
        /// `O_NONBLOCK` and `O_NOCTTY`: a serial line must not become the program's terminal.
        const NEITHER_WAIT_NOR_OWN: i32 = 0o4000 | 0o400;
        options.custom_flags(NEITHER_WAIT_NOR_OWN);
    }
    options.open(path)
}
