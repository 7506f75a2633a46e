//! Adding somebody to the staff without the window: a store's first manager, or one when nobody's PIN is known any more.

use crate::anchor::Anchor;
use crate::keyring;
use crate::options::Options;
use crate::outcome::{Outcome, Stop};
use crate::place::{Place, lock_home, root, unreadable};
use crate::secret_line;
use domain::{Actor, Fact, Moment, Name, Pin, PinRefusal, Record, Role, Staff, StaffFact};
use ledger::Ledger;
use secrecy::{ExposeSecret, SecretString};
use secrets::{Entry, Keyring, Pepper, SecretState, random_hex};
use std::io::{IsTerminal, stdin};
use till::{Home, ProfileName};

pub const HELP: &str = "\
holdfast-admin staff add --name NAME --role cashier|manager --pin-stdin [--profile NAME]

  --name NAME      as the lock screen is to show it; quote it when it has spaces
  --role           a manager may approve, refund and change staff; a cashier asks for what is over the limits
  --pin-stdin      the PIN, six digits, is one line of standard input: it never stands on a command line
  --profile NAME   training, uat or production; without it, the one that the till opens in

The till must be closed. The ledger must verify before anything is written into it. The person is a record of the chain,
its end is the new anchor; the PIN is kept as an Argon2id hash with a key that is in the keyring alone.
Once somebody was added, the till opens locked: the first one should be a manager.
";

/// # Errors
/// A [`Stop`] with a sentence; nothing was changed unless it says otherwise.
pub fn run(words: &[String]) -> Result<Outcome, Stop> {
    match words.split_first() {
        Some((first, rest)) if first == "add" => add(rest),
        _ => Err(Stop::Usage(format!("`staff` knows one thing: add.\n\n{HELP}"))),
    }
}

/// Whom to add.
struct Wish {
    name: Name,
    role: Role,
    profile: Option<String>,
}

fn add(words: &[String]) -> Result<Outcome, Stop> {
    let wish = read_options(words)?;
    let pin = ask_for_pin()?;
    let home =
        Home::open(&root()?).map_err(|why| Stop::Wrong(format!("The till's home cannot be made: {why}.")))?;
    let _lock = lock_home(&home)?;
    // A till that never ran has no name for its keyring's entries yet.
    home.settings(new_installation)
        .map_err(|why| unreadable(&home, &why))?;
    let place = Place::look(wish.profile.as_deref())?;
    let safe = Kept::of(&place)?;
    check(&place)?;
    let counter = place
        .settings
        .as_ref()
        .map(|settings| settings.counter.clone())
        .unwrap_or_default();
    let path = place.home.ledger_path(place.profile).map_err(Stop::wrong)?;
    let ledger = Ledger::open(&path, place.profile_name())
        .map_err(|fault| nothing_changed(&format!("the ledger cannot be opened: {fault}")))?;
    let staff = ledger.staff().map_err(Stop::wrong)?;
    if staff.check_add(&wish.name).is_err() {
        return Err(nothing_changed(&format!(
            "there is somebody of the name {} already. A manager changes PINs in the window, under Settings",
            wish.name
        )));
    }
    let pin_phc = safe.hash(&pin)?;
    let added = StaffFact::Added {
        name: wish.name.clone(),
        role: wish.role,
        pin_phc,
    };
    ledger
        .append(stated(added, counter))
        .map_err(|fault| nothing_changed(&fault.to_string()))?;
    safe.anchor(&ledger)?;
    Ok(Outcome::fine(said(&wish, &staff, &place)))
}

fn read_options(words: &[String]) -> Result<Wish, Stop> {
    let options = Options::read(words, &["--pin-stdin"], &["--name", "--role", "--profile"])?;
    let name = Name::parse(options.needed("--name")?)
        .map_err(|refusal| Stop::Usage(format!("--name cannot be taken: {refusal}. Nothing was changed.")))?;
    let role = match options.needed("--role")? {
        "cashier" => Role::Cashier,
        "manager" => Role::Manager,
        _ => return Err(Stop::usage("--role is cashier or manager.")),
    };
    if !options.has("--pin-stdin") {
        return Err(Stop::usage(
            "The PIN comes in on standard input: add --pin-stdin and pipe it in.",
        ));
    }
    Ok(Wish {
        name,
        role,
        profile: options.value("--profile").map(str::to_owned),
    })
}

fn ask_for_pin() -> Result<Pin, Stop> {
    let input = stdin();
    if input.is_terminal() {
        eprintln!("The PIN, six digits, then Enter and Ctrl-D (it can be seen while it is typed):");
    }
    let line = secret_line::read(&mut input.lock(), "PIN")?;
    Pin::choose(line.expose_secret()).map_err(|refusal| {
        let more = match refusal {
            PinRefusal::TooEasy => " Six equal digits and runs such as 123456 are not taken.",
            PinRefusal::Empty | PinRefusal::NotDigits | PinRefusal::WrongLength => "",
        };
        Stop::Wrong(format!("Nothing was changed: {refusal}.{more}"))
    })
}

/// Nothing is written into a ledger that nobody has judged.
fn check(place: &Place) -> Result<(), Stop> {
    let file = place.ledger_file();
    if !file.exists() {
        return Ok(());
    }
    let anchor = Anchor::read(place);
    let found = ledger::verify(&file, anchor.head())
        .map_err(|fault| nothing_changed(&format!("the ledger cannot be read: {fault}")))?;
    if !found.holds() || matches!(anchor, Anchor::Garbled) {
        return Err(nothing_changed(
            "the ledger does not verify; `holdfast-admin verify` says how",
        ));
    }
    Ok(())
}

/// Where the pepper and the anchor are.
enum Kept {
    Keyring(Keyring),
    /// Training without a keyring.
    Nowhere,
}

impl Kept {
    fn of(place: &Place) -> Result<Kept, Stop> {
        let keyring = place
            .keyring()
            .ok_or_else(|| Stop::wrong("There are no settings in this home. Nothing was changed."))?;
        match keyring.state_blocking() {
            SecretState::Ready => Ok(Kept::Keyring(keyring)),
            _ if is_training_of_its_own(place) => Ok(Kept::Nowhere),
            state @ (SecretState::Locked | SecretState::Missing | SecretState::Broken) => {
                Err(nothing_changed(&format!(
                    "a PIN's hash needs the keyring, and that cannot be used. {}",
                    keyring::advice(state)
                )))
            }
        }
    }

    fn hash(&self, pin: &Pin) -> Result<String, Stop> {
        let pepper = match self {
            Kept::Keyring(keyring) => Pepper::kept_or_made_blocking(keyring)
                .map_err(|trouble| nothing_changed(&keyring::sentence(&trouble)))?,
            Kept::Nowhere => Pepper::of_training(),
        };
        pepper
            .hash(pin.secret())
            .map_err(|why| nothing_changed(&why.to_string()))
    }

    fn anchor(&self, ledger: &Ledger) -> Result<(), Stop> {
        let Kept::Keyring(keyring) = self else {
            return Ok(());
        };
        let head = ledger.head().map_err(Stop::wrong)?;
        keyring
            .set_blocking(Entry::LedgerHead, SecretString::from(head.to_line()))
            .map_err(|trouble| {
                Stop::Wrong(format!(
                    "The person was added, but the ledger's new end could not be put into the keyring ({trouble}); the till \
                     does that itself at its next start."
                ))
            })
    }
}

/// Training that talks to its own simulator works without a keyring, as the till does.
fn is_training_of_its_own(place: &Place) -> bool {
    let provider = place
        .settings
        .as_ref()
        .and_then(|settings| settings.provider.as_ref());
    place.profile == ProfileName::Training
        && provider.is_none_or(|provider| provider.profile != ProfileName::Training)
}

fn stated(fact: StaffFact, counter: String) -> Record {
    Record {
        at: Moment {
            wall_ms: jiff::Timestamp::now().as_millisecond(),
            mono_ms: 0,
            boot: "holdfast-admin".to_owned(),
        },
        by: Actor {
            cashier: "holdfast-admin staff".to_owned(),
            counter,
            shift: 0,
        },
        fact: Fact::Staff(fact),
    }
}

fn said(wish: &Wish, before: &Staff, place: &Place) -> String {
    let role = match wish.role {
        Role::Cashier => "cashier",
        Role::Manager => "manager",
    };
    let mut text = format!(
        "{} is a {role} of this till now (profile {}).\n",
        wish.name,
        place.profile_name()
    );
    if before.is_empty() {
        text.push_str("From its next start on the till opens locked, and asks for a name and a PIN.\n");
    }
    let has_manager = before.people().any(|person| person.role == Role::Manager);
    if wish.role == Role::Cashier && !has_manager {
        text.push_str(
            "There is no manager yet: nobody can approve or change staff. Add one in the same way.\n",
        );
    }
    text
}

fn new_installation() -> String {
    // Home::settings takes no failure; a system without random bytes has no keyring either, which is said next.
    random_hex(16).map_or_else(|_| String::new(), |id| id.expose_secret().to_owned())
}

fn nothing_changed(why: &str) -> Stop {
    Stop::Wrong(format!("Nothing was changed: {}.", why.trim_end_matches('.')))
}
