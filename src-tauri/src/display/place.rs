//! Where the customer's display is to stand: a pure answer to what is wished and what monitors there are. It never covers the
//! till by itself: a monitor that the till's window stands on is none for the display.

use contract::{DisplayPlace, DisplayPreferences, MonitorView};

/// A monitor as the system tells of it. Pixels of the whole desktop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Screen {
    /// Unique among those there are; see [`named`].
    pub name: String,
    pub x: i32,
    pub y: i32,
    pub width: u32,
    pub height: u32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// There is none now.
    Nowhere,
    /// An ordinary window, for people to move.
    Window,
    /// All of this one.
    Fills(Screen),
}

/// Where it is to stand. `till_on` is the place of the till's monitor among `screens`; when nobody can say, the first one
/// counts as the till's.
#[must_use]
pub fn place(wish: &DisplayPreferences, screens: &[Screen], till_on: Option<usize>) -> Place {
    let of_till = screens.get(till_on.unwrap_or(0));
    let mut free = screens
        .iter()
        // A monitor that shows the same as the till's, or a part of it, is the till's too.
        .filter(|screen| of_till.is_none_or(|till| !screen.overlaps(till)));
    let found = match wish.place {
        DisplayPlace::Window => return Place::Window,
        DisplayPlace::OtherMonitor => free.next(),
        DisplayPlace::Named => free.find(|screen| screen.name == wish.monitor),
    };
    found.map_or(Place::Nowhere, |screen| Place::Fills(screen.clone()))
}

impl Screen {
    fn overlaps(&self, other: &Screen) -> bool {
        let apart = |at: i32, length: u32, other_at: i32, other_length: u32| {
            i64::from(at) + i64::from(length) <= i64::from(other_at)
                || i64::from(other_at) + i64::from(other_length) <= i64::from(at)
        };
        !apart(self.x, self.width, other.x, other.width) && !apart(self.y, self.height, other.y, other.height)
    }

    pub fn view(&self, has_till: bool) -> MonitorView {
        MonitorView {
            name: self.name.clone(),
            size_text: format!("{} × {}", self.width, self.height),
            has_till,
        }
    }
}

/// Gives each a name of its own: two monitors of one model are told apart by their order from left to right, and one without
/// a name is called by its place.
#[must_use]
pub fn named(mut screens: Vec<Screen>) -> Vec<Screen> {
    screens.sort_by_key(|screen| (screen.x, screen.y));
    let mut names: Vec<String> = Vec::new();
    for (place, screen) in screens.iter_mut().enumerate() {
        if screen.name.is_empty() {
            screen.name = format!("{}", place.saturating_add(1));
        }
        let same = names.iter().filter(|name| **name == screen.name).count();
        names.push(screen.name.clone());
        if same > 0 {
            screen.name = format!("{} ({})", screen.name, same.saturating_add(1));
        }
    }
    screens
}

#[cfg(test)]
mod tests {
    use super::*;

    fn screen(name: &str, x: i32, y: i32) -> Screen {
        Screen {
            name: name.to_owned(),
            x,
            y,
            width: 1_280,
            height: 800,
        }
    }

    fn wish(place: DisplayPlace, monitor: &str) -> DisplayPreferences {
        DisplayPreferences {
            shows: true,
            place,
            monitor: monitor.to_owned(),
            ..DisplayPreferences::default()
        }
    }

    fn other() -> DisplayPreferences {
        wish(DisplayPlace::OtherMonitor, "")
    }

    #[test]
    fn it_fills_the_monitor_that_the_till_is_not_on() {
        let (left, right) = (screen("A", 0, 0), screen("B", 1_280, 0));
        let both = [left.clone(), right.clone()];
        assert_eq!(place(&other(), &both, Some(0)), Place::Fills(right.clone()));
        assert_eq!(
            place(&other(), &both, Some(1)),
            Place::Fills(left),
            "the till was moved to the right"
        );
        assert_eq!(
            place(&other(), &both, None),
            Place::Fills(right),
            "nobody can say where it is"
        );
    }

    #[test]
    fn unplugged_it_goes_away_and_plugged_in_again_it_comes_back() {
        let (till, display) = (screen("A", 0, 0), screen("B", 1_280, 0));
        let both = [till.clone(), display.clone()];
        for wish in [other(), wish(DisplayPlace::Named, "B")] {
            assert_eq!(place(&wish, &both, Some(0)), Place::Fills(display.clone()));
            assert_eq!(place(&wish, std::slice::from_ref(&till), Some(0)), Place::Nowhere);
            assert_eq!(place(&wish, &both, Some(0)), Place::Fills(display.clone()));
        }
    }

    #[test]
    fn a_named_monitor_is_waited_for_and_no_other_is_taken_for_it() {
        let both = [screen("A", 0, 0), screen("B", 1_280, 0)];
        assert_eq!(
            place(&wish(DisplayPlace::Named, "C"), &both, Some(0)),
            Place::Nowhere
        );
        assert_eq!(
            place(&wish(DisplayPlace::Named, "B"), &both, Some(1)),
            Place::Nowhere,
            "the till stands there, and is not covered"
        );
    }

    #[test]
    fn monitors_that_show_the_same_picture_are_one() {
        let mirrored = [screen("A", 0, 0), screen("B", 0, 0)];
        assert_eq!(place(&other(), &mirrored, Some(0)), Place::Nowhere);
        let beside = [screen("A", 0, 0), screen("B", 640, 0)];
        assert_eq!(place(&other(), &beside, Some(0)), Place::Nowhere);
        let below = [screen("A", 0, 0), screen("B", 0, 800)];
        assert_eq!(
            place(&other(), &below, Some(0)),
            Place::Fills(screen("B", 0, 800))
        );
    }

    #[test]
    fn a_window_of_its_own_needs_no_second_monitor() {
        let one = [screen("A", 0, 0)];
        assert_eq!(
            place(&wish(DisplayPlace::Window, ""), &one, Some(0)),
            Place::Window
        );
        assert_eq!(place(&wish(DisplayPlace::Window, ""), &[], None), Place::Window);
        assert_eq!(place(&other(), &[], None), Place::Nowhere);
    }

    #[test]
    fn each_monitor_has_a_name_of_its_own() {
        let names = |screens| -> Vec<String> { named(screens).into_iter().map(|one| one.name).collect() };
        let same = vec![
            screen("DELL", 1_280, 0),
            screen("DELL", 0, 0),
            screen("", 2_560, 0),
        ];
        assert_eq!(names(same), ["DELL", "DELL (2)", "3"]);
    }
}
