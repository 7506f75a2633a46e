//! `views.json` in a profile's folder: the views of the board that managers gave a name. No money hangs on it.

use super::{Home, replace};
use crate::desk::Narrowing;
use contract::{ErrorCode, ProfileName, SavedView, UiError};
use std::fs;
use std::io;

const FILE: &str = "views.json";
const VIEWS_MAX: usize = 20;
const NAME_MAX: usize = 40;

impl Home {
    /// The saved views in the order of their names.
    ///
    /// # Errors
    /// [`ErrorCode::ViewsUnreadable`] with the reason; the file is left as it is.
    pub fn saved_views(&self, profile: ProfileName) -> Result<Vec<SavedView>, UiError> {
        let folder = self.profile_dir(profile).map_err(|why| unreadable(&why))?;
        match fs::read(folder.join(FILE)) {
            Ok(bytes) => serde_json::from_slice(&bytes).map_err(|why| unreadable(&why)),
            Err(missing) if missing.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
            Err(failed) => Err(unreadable(&failed)),
        }
    }

    /// Keeps a view; one of the same name, however its capitals are, is replaced. Answers all of them.
    ///
    /// # Errors
    /// Those of the name and of the filter; [`ErrorCode::ViewsFull`]; [`ErrorCode::ViewsUnreadable`];
    /// [`ErrorCode::FileNotWritten`]. The file is then as it was.
    pub fn save_view(&self, profile: ProfileName, view: SavedView) -> Result<Vec<SavedView>, UiError> {
        let name = checked_name(&view.name)?;
        Narrowing::of(&view.filter)?;
        let mut views = self.saved_views(profile)?;
        views.retain(|other| !is_same(&other.name, &name));
        if views.len() >= VIEWS_MAX {
            return Err(limit(ErrorCode::ViewsFull, VIEWS_MAX));
        }
        views.push(SavedView { name, ..view });
        views.sort_by_key(|view| view.name.to_lowercase());
        self.write_views(profile, &views)?;
        Ok(views)
    }

    /// Forgets a view; one that is not there is forgotten already. Answers those that are left.
    ///
    /// # Errors
    /// [`ErrorCode::ViewsUnreadable`]; [`ErrorCode::FileNotWritten`]. The file is then as it was.
    pub fn delete_view(&self, profile: ProfileName, name: &str) -> Result<Vec<SavedView>, UiError> {
        let mut views = self.saved_views(profile)?;
        let before = views.len();
        views.retain(|view| !is_same(&view.name, name));
        if views.len() < before {
            self.write_views(profile, &views)?;
        }
        Ok(views)
    }

    fn write_views(&self, profile: ProfileName, views: &[SavedView]) -> Result<(), UiError> {
        let written = serde_json::to_vec_pretty(views)
            .map_err(io::Error::other)
            .and_then(|text| replace(&self.profile_dir(profile)?, FILE, text));
        written.map_err(|why| {
            tracing::warn!(%why, "the saved views were not written");
            UiError {
                code: ErrorCode::FileNotWritten,
                detail: Some(why.to_string()),
            }
        })
    }
}

fn checked_name(typed: &str) -> Result<String, UiError> {
    let name = typed.trim();
    if name.is_empty() {
        return Err(ErrorCode::ViewNameEmpty.into());
    }
    if name.chars().count() > NAME_MAX {
        return Err(limit(ErrorCode::ViewNameLong, NAME_MAX));
    }
    if name.chars().any(char::is_control) {
        return Err(ErrorCode::ViewNameOdd.into());
    }
    Ok(name.to_owned())
}

fn is_same(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.trim().to_lowercase()
}

fn limit(code: ErrorCode, most: usize) -> UiError {
    UiError {
        code,
        detail: Some(most.to_string()),
    }
}

fn unreadable(why: &dyn std::fmt::Display) -> UiError {
    tracing::warn!(%why, "the saved views cannot be read");
    UiError {
        code: ErrorCode::ViewsUnreadable,
        detail: Some(why.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::{HoldsFilter, HoldsTab};

    const PROFILE: ProfileName = ProfileName::Training;

    fn view(name: &str) -> SavedView {
        SavedView {
            name: name.to_owned(),
            tab: HoldsTab::Captured,
            search: "4900".to_owned(),
            filter: HoldsFilter {
                least: "1,000".to_owned(),
                ..HoldsFilter::default()
            },
        }
    }

    fn home() -> (tempfile::TempDir, Home) {
        let dir = tempfile::tempdir().unwrap();
        let home = Home::open(&dir.path().join("home")).unwrap();
        (dir, home)
    }

    fn names(views: &[SavedView]) -> Vec<&str> {
        views.iter().map(|view| view.name.as_str()).collect()
    }

    #[test]
    fn what_was_saved_is_there_at_the_next_start_and_only_in_its_profile() {
        let (_dir, home) = home();
        assert_eq!(home.saved_views(PROFILE), Ok(vec![]));
        home.save_view(PROFILE, view(" Large ones ")).unwrap();
        home.save_view(PROFILE, view("asha")).unwrap();
        let again = Home::open(home.root()).unwrap().saved_views(PROFILE).unwrap();
        assert_eq!(again, [view("asha"), view("Large ones")]);
        assert_eq!(home.saved_views(ProfileName::Production), Ok(vec![]));
    }

    #[test]
    fn the_same_name_replaces_and_a_deleted_one_is_gone() {
        let (_dir, home) = home();
        home.save_view(PROFILE, view("Large ones")).unwrap();
        let other = SavedView {
            tab: HoldsTab::Open,
            ..view("LARGE ONES")
        };
        assert_eq!(home.save_view(PROFILE, other.clone()), Ok(vec![other]));
        assert_eq!(
            names(&home.delete_view(PROFILE, "no such").unwrap()),
            ["LARGE ONES"]
        );
        assert_eq!(home.delete_view(PROFILE, "large ones"), Ok(vec![]));
        assert_eq!(home.saved_views(PROFILE), Ok(vec![]));
    }

    #[test]
    fn twenty_are_kept_and_one_of_them_can_still_be_replaced() {
        let (_dir, home) = home();
        for nth in 0..VIEWS_MAX {
            home.save_view(PROFILE, view(&format!("view {nth}"))).unwrap();
        }
        assert_eq!(
            home.save_view(PROFILE, view("one more")),
            Err(limit(ErrorCode::ViewsFull, 20))
        );
        assert_eq!(home.save_view(PROFILE, view("view 7")).unwrap().len(), VIEWS_MAX);
    }

    #[test]
    fn names_and_filters_that_are_none_are_refused_and_nothing_is_written() {
        let (_dir, home) = home();
        let long = "अ".repeat(41);
        for (name, refusal) in [
            (" ", ErrorCode::ViewNameEmpty.into()),
            (long.as_str(), limit(ErrorCode::ViewNameLong, 40)),
            ("two\nlines", ErrorCode::ViewNameOdd.into()),
        ] {
            assert_eq!(home.save_view(PROFILE, view(name)), Err(refusal), "{name}");
        }
        let mut wrong = view("wrong");
        wrong.filter.least = "six".to_owned();
        assert_eq!(home.save_view(PROFILE, wrong), Err(ErrorCode::FilterLeast.into()));
        assert!(home.save_view(PROFILE, view(&"अ".repeat(40))).is_ok());
        assert_eq!(home.saved_views(PROFILE).unwrap().len(), 1);
    }

    #[test]
    fn a_file_that_cannot_be_read_is_said_and_never_overwritten() {
        let (_dir, home) = home();
        let file = home.profile_dir(PROFILE).unwrap().join(FILE);
        fs::write(&file, b"[{").unwrap();
        let code = |answer: Result<Vec<SavedView>, UiError>| answer.map_err(|refused| refused.code);
        assert_eq!(code(home.saved_views(PROFILE)), Err(ErrorCode::ViewsUnreadable));
        assert_eq!(
            code(home.save_view(PROFILE, view("one"))),
            Err(ErrorCode::ViewsUnreadable)
        );
        assert_eq!(
            code(home.delete_view(PROFILE, "one")),
            Err(ErrorCode::ViewsUnreadable)
        );
        assert_eq!(fs::read(&file).unwrap(), b"[{");
    }

    #[test]
    fn a_folder_that_takes_no_file_leaves_the_views_as_they_were() {
        let (_dir, home) = home();
        home.save_view(PROFILE, view("kept")).unwrap();
        let folder = home.profile_dir(PROFILE).unwrap();
        fs::create_dir(folder.join("views.json.new")).unwrap();
        let refused = home.save_view(PROFILE, view("lost")).unwrap_err();
        assert_eq!(refused.code, ErrorCode::FileNotWritten);
        assert_eq!(names(&home.saved_views(PROFILE).unwrap()), ["kept"]);
    }
}
