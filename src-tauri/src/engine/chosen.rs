//! What a start begins with: settings, profile, and the line to PhonePe that follows from them.

use super::Ground;
use crate::hook::Way;
use crate::ports::{Line, TrainingLine};
use crate::training::Playground;
use contract::{PreferencesView, ProfileName};
use secrecy::ExposeSecret;
use till::{Config, Home, StoreSettings};

/// Settings and what follows from them. The playground has to outlive the engine.
pub struct Chosen {
    pub settings: StoreSettings,
    pub profile: ProfileName,
    pub line: Line,
    pub playground: Option<Playground>,
}

pub fn choose(ground: Ground) -> (Home, Chosen) {
    let Ground { home, trouble, .. } = ground;
    let settings = match trouble {
        Some(why) => Err(why),
        None => home.settings(new_installation).map_err(|error| error.to_string()),
    };
    let chosen = match settings {
        Ok(settings) => choose_line(&home, settings),
        // Guessing a profile could turn a store into a playground without a word.
        Err(why) => nobody(StoreSettings::default(), why),
    };
    (home, chosen)
}

fn choose_line(home: &Home, settings: StoreSettings) -> Chosen {
    let profile = settings.profile();
    let dir = home.profile_dir(profile);
    match (settings.provider.clone(), dir) {
        (_, Err(error)) => nobody(settings, error.to_string()),
        (Some(store), Ok(_)) => Chosen {
            settings,
            profile,
            line: Line::Store(store),
            playground: None,
        },
        (None, Ok(dir)) => match Playground::start(&dir) {
            Ok(playground) => {
                let line = Line::Training(TrainingLine::new(playground.simulator()));
                Chosen {
                    settings,
                    profile,
                    line,
                    playground: Some(playground),
                }
            }
            Err(error) => nobody(settings, error.to_string()),
        },
    }
}

fn nobody(settings: StoreSettings, why: String) -> Chosen {
    tracing::error!(why, "the till opens only to say that it cannot be used");
    Chosen {
        profile: settings.profile(),
        settings,
        line: Line::Nobody(why),
        playground: None,
    }
}

/// What the engine is told of it.
pub fn config(
    settings: &StoreSettings,
    profile: ProfileName,
    line: &Line,
    mut preferences: PreferencesView,
) -> Config {
    preferences.speech.program = settings.speak_with.first().cloned();
    preferences.hook = Way::of(settings).view();
    let (base_url, merchant_id, salt_index) = match line {
        Line::Training(training) => {
            let options = simulator::Options::training();
            (
                training.base_url().to_owned(),
                options.merchant_id,
                options.salt_index,
            )
        }
        Line::Store(store) => (
            store.base_url.clone(),
            store.merchant_id.clone(),
            store.salt_index,
        ),
        Line::Nobody(_) => (String::new(), String::new(), 0),
    };
    Config {
        profile,
        counter: settings.counter.clone(),
        cashier: "Cashier".to_owned(),
        shift: 1,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        base_url,
        merchant_id,
        salt_index,
        expiry_minutes: settings.expiry_minutes,
        reads_suggest: settings.reads_suggest,
        top_up_hosts: settings.top_up_hosts.clone(),
        preferences,
    }
}

/// Names the keyring's entries; no secret, but two homes must never get the same.
fn new_installation() -> String {
    secrets::random_hex(16).map_or_else(|_| std::process::abort(), |hex| hex.expose_secret().to_owned())
}
