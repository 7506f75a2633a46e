//! Every call of a recording as a point that strace can be aimed at.
//!
//! strace counts each thread and each kind of call by itself, among the calls on the paths that it watches. So a call is
//! named by paths to watch and a number, such that no other thread comes to that number before it.

use crate::day::Part;
use crate::strace::Point;
use crate::tape::{Deed, Step};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Every call that writes, in order; and those of which no count can say which thread's call is meant.
pub fn points(steps: &[Step]) -> (Vec<Point>, Vec<String>) {
    let written = written(steps);
    let mut counts: Counts<'_> = BTreeMap::new();
    let mut points = Vec::new();
    let mut hidden = Vec::new();
    for step in steps {
        let Some((call, path)) = step.deed.call() else {
            continue;
        };
        count(&mut counts, &written, step, call);
        let nth = |among| own_number(&counts[&(step.part, call, among)], step.thread);
        let own = &written[&(step.part, step.thread)];
        let found = match (nth(Among::Path(path)), nth(Among::PathsOf(step.thread))) {
            (Some(nth), _) => (vec![path.to_owned()], nth),
            (None, Some(nth)) => (own.iter().map(|path| path.to_path_buf()).collect(), nth),
            (None, None) => {
                hidden.push(format!("{} {}", step.part.name(), step.deed));
                continue;
            }
        };
        points.push(Point {
            part: step.part,
            call,
            watched: found.0,
            nth: found.1,
            path: path.to_owned(),
        });
    }
    (points, hidden)
}

/// Which paths are watched.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Among<'a> {
    Path(&'a Path),
    /// All that this thread writes.
    PathsOf(u32),
}

/// How often each thread has made a call of a kind, in a run, among these paths.
type Counts<'a> = BTreeMap<(Part, &'static str, Among<'a>), BTreeMap<u32, usize>>;
type Written<'a> = BTreeMap<(Part, u32), BTreeSet<&'a Path>>;

fn count<'a>(counts: &mut Counts<'a>, written: &Written<'a>, step: &'a Step, call: &'static str) {
    let names = names(&step.deed);
    let watching = written
        .iter()
        .filter(|((part, _), paths)| *part == step.part && names.iter().any(|name| paths.contains(name)))
        .map(|((_, thread), _)| Among::PathsOf(*thread));
    for among in names.iter().copied().map(Among::Path).chain(watching) {
        let counted = counts.entry((step.part, call, among)).or_default();
        *counted.entry(step.thread).or_default() += 1;
    }
}

/// The thread's number, if no other thread has come to it before.
fn own_number(counts: &BTreeMap<u32, usize>, thread: u32) -> Option<usize> {
    let nth = counts[&thread];
    let is_first = counts
        .iter()
        .all(|(other, count)| *other == thread || *count < nth);
    is_first.then_some(nth)
}

/// The paths that each thread of each run wrote.
fn written(steps: &[Step]) -> Written<'_> {
    let mut written = Written::new();
    for step in steps {
        written
            .entry((step.part, step.thread))
            .or_default()
            .extend(names(&step.deed));
    }
    written
}

/// What a watcher of these would see of the deed: both names of a renaming.
fn names(deed: &Deed) -> Vec<&Path> {
    let to = if let Deed::Rename { to, .. } = deed {
        Some(&**to)
    } else {
        None
    };
    deed.call().map(|(_, path)| path).into_iter().chain(to).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sync(thread: u32, path: &str) -> Step {
        Step {
            part: Part::Morning,
            thread,
            deed: Deed::Sync {
                path: path.into(),
                call: "fsync",
            },
        }
    }

    fn told(steps: &[Step]) -> (Vec<(String, usize)>, Vec<String>) {
        let (points, hidden) = points(steps);
        let watched = |point: &Point| {
            let names: Vec<String> = point
                .watched
                .iter()
                .map(|path| path.display().to_string())
                .collect();
            names.join(" ")
        };
        (
            points.iter().map(|point| (watched(point), point.nth)).collect(),
            hidden,
        )
    }

    #[test]
    fn a_call_is_counted_on_its_own_path() {
        let (points, hidden) = told(&[sync(1, "a"), sync(2, "b"), sync(2, "b")]);
        assert_eq!(
            points,
            [("a".to_owned(), 1), ("b".to_owned(), 1), ("b".to_owned(), 2)]
        );
        assert_eq!(hidden, Vec::<String>::new());
    }

    #[test]
    fn a_call_that_another_thread_counts_first_is_found_among_all_that_its_own_thread_writes() {
        let (points, hidden) = told(&[sync(1, "a"), sync(2, "b"), sync(2, "a")]);
        assert_eq!(points[2], ("a b".to_owned(), 2));
        assert_eq!(hidden, Vec::<String>::new());
    }

    #[test]
    fn a_call_that_no_count_can_tell_from_another_threads_is_said_to_be_hidden() {
        let (points, hidden) = told(&[sync(1, "a"), sync(2, "a"), sync(2, "a")]);
        assert_eq!(points, [("a".to_owned(), 1), ("a".to_owned(), 2)]);
        assert_eq!(hidden, ["morning fsync a"]);
    }
}
