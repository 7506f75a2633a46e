//! The customer's display: what it is told, and what is known of its window. Whoever draws it does so beside the engine, in a
//! window of its own; nothing here waits for it, and no sale depends on it.

mod view;

#[cfg(test)]
pub(crate) use view::step_of;

use crate::preferences::is_language;
use crate::state::Till;
use contract::{
    DisplayCommand, DisplayPlace, DisplayPreferences, DisplayStandingView, DisplayState, ErrorCode,
    MonitorView, UiError,
};

/// A monitor's name as the system has it is a model or a socket; nobody's is longer.
const MONITOR_NAME_MAX: usize = 120;

/// How the display's window stands, told by whoever keeps it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DisplayStanding {
    pub state: DisplayState,
    pub monitors: Vec<MonitorView>,
}

impl Till {
    /// Checks what was chosen for the display.
    pub(crate) fn choose_display(&mut self, mut display: DisplayPreferences) -> Result<(), UiError> {
        for text in [&mut display.monitor, &mut display.language] {
            *text = text.trim().to_owned();
        }
        if !display.language.is_empty() && !is_language(&display.language) {
            return Err(ErrorCode::LanguageUnknown.into());
        }
        let name = &display.monitor;
        let is_odd = name.chars().count() > MONITOR_NAME_MAX || name.contains(char::is_control);
        if is_odd || (display.place == DisplayPlace::Named && name.is_empty()) {
            return Err(ErrorCode::NoSuchMonitor.into());
        }
        self.chosen.view.chosen.display = display;
        Ok(())
    }

    pub(crate) fn obey_display(&mut self, command: DisplayCommand) -> Result<(), UiError> {
        if !self.chosen.view.chosen.display.shows {
            return Err(ErrorCode::DisplayOff.into());
        }
        match command {
            DisplayCommand::Language { language } if !is_language(&language) => {
                return Err(ErrorCode::LanguageUnknown.into());
            }
            DisplayCommand::Language { language } => self.front.display_language = Some(language),
            DisplayCommand::Again => {
                let asked = &mut self.chosen.view.display.asked;
                *asked = asked.saturating_add(1);
            }
        }
        Ok(())
    }

    /// Its window came, went, or moved.
    pub(crate) fn hear_display(&mut self, standing: DisplayStanding) {
        let display = &mut self.chosen.view.display;
        (display.state, display.monitors) = (standing.state, standing.monitors);
    }

    /// How it is with the display, for the till's window.
    pub(crate) fn display_standing(&self) -> DisplayStandingView {
        let language = match self.chosen.view.chosen.display.shows {
            true => self.display_language(),
            false => String::new(),
        };
        DisplayStandingView {
            language,
            ..self.chosen.view.display.clone()
        }
    }

    /// This customer's, if he has one of his own.
    fn display_language(&self) -> String {
        let of_customer = self.front.display_language.clone();
        of_customer.unwrap_or_else(|| self.usual_display_language())
    }

    /// The display's, or else the till's.
    fn usual_display_language(&self) -> String {
        let chosen = &self.chosen.view.chosen;
        match chosen.display.language.as_str() {
            "" => chosen.language.clone(),
            language => language.to_owned(),
        }
    }
}
