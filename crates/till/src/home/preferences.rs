//! `preferences.json` in the home: what was chosen in the window, for every profile.

use super::{Home, replace};
use crate::ports::{Going, Shelf};
use contract::{Preferences, PreferencesView};
use std::fs;
use std::io;

const FILE: &str = "preferences.json";

impl Home {
    /// The preferences as they stand there. A file that cannot be read is left as it is, and said: the till then opens
    /// with the usual ones, because none of them is worth a till that does not open.
    #[must_use]
    pub fn preferences(&self) -> PreferencesView {
        let chosen = match fs::read(self.root().join(FILE)) {
            Ok(bytes) => serde_json::from_slice(&bytes).map_err(|why| why.to_string()),
            Err(missing) if missing.kind() == io::ErrorKind::NotFound => Ok(Preferences::default()),
            Err(failed) => Err(failed.to_string()),
        };
        chosen.map_or_else(
            |why| PreferencesView {
                chosen: Preferences::default(),
                trouble: Some(format!("{FILE}: {why}")),
            },
            |chosen| PreferencesView {
                chosen,
                trouble: None,
            },
        )
    }

    /// Replaces the file in one step.
    ///
    /// # Errors
    /// When it cannot be written; it is then as it was.
    pub fn write_preferences(&self, preferences: &Preferences) -> io::Result<()> {
        let text = serde_json::to_vec_pretty(preferences).map_err(io::Error::other)?;
        replace(self.root(), FILE, text)
    }
}

impl Shelf for Home {
    fn keep(&self, preferences: Preferences) -> Going<Result<(), String>> {
        let home = self.clone();
        Box::pin(async move {
            let written = tokio::task::spawn_blocking(move || home.write_preferences(&preferences)).await;
            match written {
                Ok(Ok(())) => Ok(()),
                Ok(Err(failed)) => Err(format!("{FILE}: {failed}")),
                Err(ended) => Err(ended.to_string()),
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hindi() -> Preferences {
        Preferences {
            language: "hi".to_owned(),
            ..Preferences::default()
        }
    }

    #[tokio::test]
    async fn what_was_kept_is_there_at_the_next_start() {
        let dir = tempfile::tempdir().unwrap();
        let home = Home::open(dir.path()).unwrap();
        assert_eq!(home.preferences(), PreferencesView::default());
        home.keep(hindi()).await.unwrap();
        let again = Home::open(dir.path()).unwrap().preferences();
        assert_eq!((again.chosen, again.trouble), (hindi(), None));
    }

    #[test]
    fn an_older_file_gets_the_usual_choice_where_it_has_none() {
        let dir = tempfile::tempdir().unwrap();
        let home = Home::open(dir.path()).unwrap();
        fs::write(dir.path().join(FILE), "{}").unwrap();
        assert_eq!(home.preferences(), PreferencesView::default());
    }

    #[tokio::test]
    async fn a_file_that_cannot_be_read_or_written_is_said_and_left_as_it_is() {
        let dir = tempfile::tempdir().unwrap();
        let home = Home::open(dir.path()).unwrap();
        fs::write(dir.path().join(FILE), "{half").unwrap();
        let view = home.preferences();
        assert_eq!(view.chosen, Preferences::default());
        assert!(view.trouble.unwrap().starts_with("preferences.json: "));
        // A folder where the new file is to be made: nobody can write it, whatever rights he has.
        fs::create_dir(dir.path().join(format!("{FILE}.new"))).unwrap();
        assert!(
            home.keep(hindi())
                .await
                .unwrap_err()
                .starts_with("preferences.json: ")
        );
        assert_eq!(fs::read(dir.path().join(FILE)).unwrap(), b"{half");
    }
}
