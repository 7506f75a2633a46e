//! A recording of everything that the day's programs wrote, in order: strace's lines, and what they say.

use crate::Said;
use crate::day::Part;
use crate::strace::WRITES;
use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

/// One call that succeeded. Paths are relative to the home, which is the empty path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub part: Part,
    pub thread: u32,
    pub deed: Deed,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    /// A file was opened that may be new by this; `empties` says that what it held is gone.
    Open {
        path: PathBuf,
        empties: bool,
    },
    /// `at` is `None` for a write at the file's end.
    Write {
        path: PathBuf,
        at: Option<u64>,
        bytes: Vec<u8>,
        call: &'static str,
    },
    Cut {
        path: PathBuf,
        length: u64,
    },
    Sync {
        path: PathBuf,
        call: &'static str,
    },
    MakeFolder {
        path: PathBuf,
    },
    Rename {
        from: PathBuf,
        to: PathBuf,
    },
    Remove {
        path: PathBuf,
    },
    Said(Said),
}

impl fmt::Display for Deed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self, self.call()) {
            (Deed::Said(said), _) => write!(f, "{said}"),
            (_, Some((call, path))) => write!(f, "{call} {}", path.display()),
            (Deed::Open { path, .. }, None) => write!(f, "open {}", path.display()),
            (_, None) => Ok(()),
        }
    }
}

impl Deed {
    /// The call and what it was about, for a deed that writes.
    pub fn call(&self) -> Option<(&'static str, &Path)> {
        match self {
            Deed::Open { .. } | Deed::Said(_) => None,
            Deed::Write { path, call, .. } | Deed::Sync { path, call } => Some((call, path)),
            Deed::Cut { path, .. } => Some(("ftruncate", path)),
            Deed::MakeFolder { path } => Some(("mkdir", path)),
            Deed::Rename { from, .. } => Some(("rename", from)),
            Deed::Remove { path } => Some(("unlink", path)),
        }
    }
}

/// strace's lines of every run, under a line each that says which run it was.
#[derive(Default)]
pub struct Tape {
    text: String,
}

const RUN: &str = "# run ";

impl Tape {
    /// `home` is where the part ran.
    pub fn add(&mut self, part: Part, home: &Path, lines: &str) {
        self.text += &format!("{RUN}{} {}\n{lines}", part.name(), home.display());
    }

    /// # Errors
    /// A sentence, when the file cannot be read.
    pub fn load(file: &Path) -> Result<Tape, String> {
        let text = fs::read_to_string(file).map_err(|why| format!("{}: {why}", file.display()))?;
        Ok(Tape { text })
    }

    /// # Errors
    /// A sentence, when the file cannot be written.
    pub fn keep(&self, file: &Path) -> Result<(), String> {
        fs::write(file, &self.text).map_err(|why| format!("{}: {why}", file.display()))
    }

    pub fn steps(&self) -> Vec<Step> {
        let runs = self.text.split(RUN).skip(1);
        runs.flat_map(|run| {
            let (name, lines) = run.split_once('\n').unwrap();
            let (part, home) = name.split_once(' ').unwrap();
            read(Part::named(part).unwrap(), Path::new(home), lines)
        })
        .collect()
    }
}

fn read(part: Part, home: &Path, lines: &str) -> Vec<Step> {
    let mut under_way: BTreeMap<u32, Deed> = BTreeMap::new();
    let mut steps = Vec::new();
    for line in lines.lines() {
        let Some((thread, line)) = line.split_once(' ') else {
            continue;
        };
        let thread: u32 = thread.parse().unwrap();
        let line = line.trim_start();
        let (deed, ended) = match line.strip_prefix("<... ") {
            Some(_) => (under_way.remove(&thread), has_succeeded(line)),
            None => (deed_of(home, line), has_succeeded(line)),
        };
        if line.ends_with("<unfinished ...>") {
            under_way.extend(deed.map(|deed| (thread, deed)));
        } else if let Some(deed) = deed
            && ended
        {
            steps.push(Step { part, thread, deed });
        }
    }
    steps
}

fn has_succeeded(line: &str) -> bool {
    line.rsplit_once(" = ")
        .is_some_and(|(_, result)| result.starts_with(|first: char| first.is_ascii_digit()))
}

/// `pwrite64(12<\x2f…>, "\x53…", 4096, 0) = 4096` and its like; `None` for what is not of the home.
fn deed_of(home: &Path, line: &str) -> Option<Deed> {
    let (name, rest) = line.split_once('(')?;
    let call = *WRITES.iter().chain(&["openat"]).find(|known| **known == name)?;
    let inside = |text: Option<&str>| {
        let path = PathBuf::from(String::from_utf8(unhex(text?)).ok()?);
        path.strip_prefix(home).ok().map(Path::to_owned)
    };
    match call {
        "openat" => {
            let path = inside(quoted(rest))?;
            let creates = rest.contains("O_CREAT");
            let empties = rest.contains("O_TRUNC");
            creates.then_some(Deed::Open { path, empties })
        }
        "write" if rest.starts_with("1<") => {
            let line = String::from_utf8(unhex(quoted(rest)?)).ok()?;
            Said::read(line.trim_end()).map(Deed::Said)
        }
        "write" | "pwrite64" => {
            let path = inside(angled(rest))?;
            let bytes = unhex(quoted(rest)?);
            let at = (call == "pwrite64")
                .then(|| number_after_last_comma(rest))
                .flatten();
            Some(Deed::Write {
                path,
                at,
                bytes,
                call,
            })
        }
        "ftruncate" => {
            let path = inside(angled(rest))?;
            let length = number_after_last_comma(rest)?;
            Some(Deed::Cut { path, length })
        }
        "fsync" | "fdatasync" => inside(angled(rest)).map(|path| Deed::Sync { path, call }),
        "mkdir" => inside(quoted(rest)).map(|path| Deed::MakeFolder { path }),
        "rename" => {
            let from = inside(quoted(rest))?;
            let to = inside(quoted(rest.split_once(", ")?.1))?;
            Some(Deed::Rename { from, to })
        }
        "unlink" => inside(quoted(rest)).map(|path| Deed::Remove { path }),
        _ => {
            let about = inside(angled(rest)).or_else(|| inside(quoted(rest)));
            assert!(
                about.is_none(),
                "a call that the recording cannot play back: {line:.200}"
            );
            None
        }
    }
}

/// What stands between the first two quotation marks.
fn quoted(text: &str) -> Option<&str> {
    text.split('"').nth(1)
}

/// What stands behind the descriptor, in angle brackets.
fn angled(text: &str) -> Option<&str> {
    text.split_once('<')?.1.split_once('>').map(|(path, _)| path)
}

fn number_after_last_comma(text: &str) -> Option<u64> {
    let (arguments, _) = text
        .rsplit_once(')')
        .or_else(|| text.rsplit_once(" <unfinished"))?;
    arguments.rsplit_once(", ")?.1.trim().parse().ok()
}

/// `\x53\x51` → `SQ`.
fn unhex(text: &str) -> Vec<u8> {
    let digit = |byte: u8| match byte {
        b'0'..=b'9' => byte - b'0',
        b'a'..=b'f' => byte - b'a' + 10,
        other => panic!("{other} is no hex digit"),
    };
    text.as_bytes()
        .chunks_exact(4)
        .map(|chunk| digit(chunk[2]) << 4 | digit(chunk[3]))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hex(text: &str) -> String {
        text.bytes().map(|byte| format!("\\x{byte:02x}")).collect()
    }

    fn run(lines: &str) -> Vec<Step> {
        read(Part::Morning, Path::new("/h"), lines)
    }

    #[test]
    fn a_call_that_was_interrupted_in_the_recording_counts_where_it_ended() {
        let (a, b) = (hex("/h/a"), hex("/h/b"));
        let steps = run(&format!(
            "7 fsync(3<{a}> <unfinished ...>\n8 pwrite64(4<{b}>, \"{}\", 2, 512 <unfinished ...>\n7 <... fsync resumed>) = 0\n8 <... pwrite64 resumed>) = 2\n8 unlink(\"{b}\") = -1 ENOENT (No such file or directory)\n",
            hex("hi")
        ));
        let told: Vec<(u32, &Deed)> = steps.iter().map(|step| (step.thread, &step.deed)).collect();
        let sync = Deed::Sync {
            path: "a".into(),
            call: "fsync",
        };
        let write = Deed::Write {
            path: "b".into(),
            at: Some(512),
            bytes: b"hi".to_vec(),
            call: "pwrite64",
        };
        assert_eq!(told, [(7, &sync), (8, &write)]);
    }

    #[test]
    fn what_was_said_stands_between_the_writes_and_foreign_files_are_left_out() {
        let steps = run(&format!(
            "7 write(1<{}>, \"{}\", 5) = 5\n7 write(9<{}>, \"{}\", 1) = 1\n7 rename(\"{}\", \"{}\") = 0\n",
            hex("/p"),
            hex("DONE\n"),
            hex("/elsewhere"),
            hex("x"),
            hex("/h/a.new"),
            hex("/h/a"),
        ));
        let deeds: Vec<Deed> = steps.into_iter().map(|step| step.deed).collect();
        let rename = Deed::Rename {
            from: "a.new".into(),
            to: "a".into(),
        };
        assert_eq!(deeds, [Deed::Said(Said::Done), rename]);
    }
}
