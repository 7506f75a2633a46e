//! The key that messages to the store's own address are signed with. It goes into the keyring and nowhere else.

use crate::keyring;
use crate::options::Options;
use crate::outcome::{Outcome, Stop};
use crate::place::Place;
use crate::secret_line;
use secrecy::{ExposeSecret, SecretString};
use secrets::{Entry, Keyring, SecretError, random_hex};
use std::io::{IsTerminal, stdin};

pub const HELP: &str = "\
holdfast-admin hook-key --key-stdin | --generate | --remove [--profile NAME]

  --key-stdin      the key is one line of standard input, 16 to 256 characters: it never stands on a command line
  --generate       makes a key of 64 characters and prints it, this once, for the other end
  --remove         takes the key away: messages then wait, and nothing is sent unsigned
  --profile NAME   uat or production; without it, the one that the till opens in

With it the till signs what it posts to the address in settings.json ({\"hook\": {\"url\": \"https://…\"}}): HMAC-SHA256 over
`time.body`, where the key is the text itself (docs/hook.md). It is kept in the desktop's keyring and nowhere else.
Works while the till runs: a new key holds from the next message on.
";

/// A shorter one could be guessed from one message.
const CHARS_MIN: usize = 16;
const BYTES: usize = 32;

enum Wish {
    Given,
    Generate,
    Remove,
}

/// # Errors
/// A [`Stop`] with a sentence; nothing was changed then.
pub fn run(words: &[String]) -> Result<Outcome, Stop> {
    let options = Options::read(words, &["--key-stdin", "--generate", "--remove"], &["--profile"])?;
    let asked = [
        (options.has("--key-stdin"), Wish::Given),
        (options.has("--generate"), Wish::Generate),
        (options.has("--remove"), Wish::Remove),
    ];
    let mut wishes = asked
        .into_iter()
        .filter_map(|(is_asked, wish)| is_asked.then_some(wish));
    let (Some(wish), None) = (wishes.next(), wishes.next()) else {
        return Err(Stop::usage("Say one of --key-stdin, --generate and --remove."));
    };
    let place = Place::look(options.value("--profile"))?;
    let keyring = place.keyring().ok_or_else(|| {
        Stop::Wrong(
            "This till has no names in the keyring yet: provision it, or open it once. Nothing was changed."
                .to_owned(),
        )
    })?;
    let profile = place.profile_name();
    match wish {
        Wish::Remove => {
            keyring
                .delete_blocking(Entry::HookKey)
                .map_err(|trouble| not_stored(&trouble))?;
            Ok(Outcome::fine(format!(
                "The hook's key of {profile} is gone. Messages to an address wait from now on; nothing is sent unsigned.\n"
            )))
        }
        Wish::Given => {
            let key = ask_for_key()?;
            store(&keyring, key)?;
            Ok(Outcome::fine(stored(profile)))
        }
        Wish::Generate => {
            let key = random_hex(BYTES).map_err(Stop::wrong)?;
            store(&keyring, key.clone())?;
            let shown = key.expose_secret();
            Ok(Outcome::fine(format!(
                "{}The other end needs it too; it is not shown again:\n{shown}\n",
                stored(profile)
            )))
        }
    }
}

fn ask_for_key() -> Result<SecretString, Stop> {
    let input = stdin();
    if input.is_terminal() {
        eprintln!("The hook's key, then Enter and Ctrl-D (it can be seen while it is typed):");
    }
    let key = secret_line::read(&mut input.lock(), "hook's key")?;
    if key.expose_secret().chars().count() < CHARS_MIN {
        return Err(Stop::Wrong(format!(
            "The hook's key is shorter than {CHARS_MIN} characters: it could be guessed. Nothing was changed."
        )));
    }
    Ok(key)
}

fn store(keyring: &Keyring, key: SecretString) -> Result<(), Stop> {
    keyring
        .set_blocking(Entry::HookKey, key)
        .map_err(|trouble| not_stored(&trouble))
}

fn stored(profile: &str) -> String {
    format!("The hook's key of {profile} is in the keyring and nowhere else.\n")
}

fn not_stored(trouble: &SecretError) -> Stop {
    Stop::Wrong(format!("Nothing was changed. {}", keyring::sentence(trouble)))
}
