//! Paper on the virtual clock: what is ordered, what is a fact, and that no sale waits for a printer.

use super::rig::{Rig, authorized, enough, paid};
use crate::{Input, OpenBooks, PaperContent, PaperOrder, Printed, PrinterStands};
use contract::{
    Command, ErrorCode, PaperCommand, PaperName, PaperOutcome, PaperPreferences, PreferencesCommand,
    PrinterState, PrinterTrouble, ProfileName,
};
use domain::{Answer, Call, Fact, Meaning, OurRef, Paper, PaperFact, SaleMode, SaleState};

const DONE: Printed = Printed::Done { confirmed: true };

fn chosen() -> PaperPreferences {
    PaperPreferences {
        printer: "127.0.0.1:9100".to_owned(),
        shop: "Green Park".to_owned(),
        ..PaperPreferences::default()
    }
}

fn choose(paper: PaperPreferences) -> Command {
    Command::Preferences(PreferencesCommand::Paper { paper })
}

fn print(what: PaperName) -> Command {
    Command::Paper(PaperCommand::Print { what })
}

fn slip_of(our_ref: &OurRef) -> Command {
    print(PaperName::Sale {
        our_ref: our_ref.clone(),
    })
}

impl Rig {
    fn with_printer(paper: PaperPreferences) -> Rig {
        let mut rig = Rig::new();
        rig.act(choose(paper)).unwrap();
        rig
    }

    /// The oldest paper that is on its way.
    fn ordered(&self) -> &PaperOrder {
        &self.papers[0].1
    }

    fn printed(&mut self, printed: Printed) {
        let (tag, _) = self.papers.remove(0);
        self.hear(Input::Printed(tag, printed));
    }

    fn paper_facts(&self) -> Vec<PaperFact> {
        let reader = self.reader();
        let facts = reader.events().unwrap().map(|stored| stored.unwrap().record.fact);
        facts
            .filter_map(|fact| {
                if let Fact::Paper(fact) = fact {
                    Some(fact)
                } else {
                    None
                }
            })
            .collect()
    }

    fn last(&mut self) -> (PaperOutcome, Option<PrinterTrouble>) {
        let last = self.view().printer.last.unwrap();
        (last.outcome, last.trouble)
    }

    /// The next sale of the customer that is linked already, up to its button.
    fn next_sale(&mut self, rupees: &str) {
        self.act(Command::NewSale).unwrap();
        self.act(Command::AmountSet {
            text: rupees.to_owned(),
        })
        .unwrap();
        self.act(Command::MobileSubmit {
            text: "98765 43210".to_owned(),
        })
        .unwrap();
        self.reply(Call::Balance, enough());
        self.press().unwrap();
    }

    fn captured_and_proved(&mut self) {
        self.capture("450");
        self.reply(
            Call::Capture,
            Meaning::Agreed(Answer::CaptureAccepted { provider_ref: None }),
        );
        self.pass_ms(22_000);
        self.reply(Call::TransactionStatus, paid(45_000));
        assert_eq!(self.state(), SaleState::Paid);
    }
}

#[test]
fn a_printed_slip_is_a_fact_and_the_next_one_of_the_same_state_is_a_duplicate() {
    let mut rig = Rig::with_printer(chosen());
    rig.held("600");
    let our_ref = rig.sale_ref();
    rig.act(slip_of(&our_ref)).unwrap();
    assert!(rig.paper_facts().is_empty(), "nothing is known of it yet");
    assert_eq!(rig.view().printer.state, PrinterState::Busy);
    let order = rig.ordered();
    assert!(!order.duplicate && order.training && !order.kick);
    assert!(matches!(&order.content, PaperContent::Sale(row) if row.sale.state == SaleState::Held));
    rig.printed(DONE);
    assert_eq!(rig.last(), (PaperOutcome::Printed, None));
    let first = PaperFact {
        what: Paper::Sale {
            our_ref: our_ref.clone(),
            state: SaleState::Held,
        },
        duplicate: false,
        perhaps: false,
    };
    assert_eq!(rig.paper_facts(), std::slice::from_ref(&first));
    rig.act(slip_of(&our_ref)).unwrap();
    assert!(rig.ordered().duplicate);
    rig.printed(DONE);
    let second = PaperFact {
        duplicate: true,
        ..first.clone()
    };
    assert_eq!(rig.paper_facts(), [first, second]);
    // The receipt says something else, and is none.
    rig.captured_and_proved();
    rig.act(slip_of(&our_ref)).unwrap();
    assert!(!rig.ordered().duplicate);
    // And the sale has not moved by any of it.
    rig.printed(DONE);
    assert_eq!(rig.state(), SaleState::Paid);
    let found = ledger::verify(&rig.ledger_path(), None).unwrap();
    assert!(found.holds(), "{found:?}");
}

#[test]
fn after_a_restart_the_second_print_is_a_duplicate_still() {
    let mut rig = Rig::with_printer(chosen());
    rig.held("600");
    let our_ref = rig.sale_ref();
    rig.act(slip_of(&our_ref)).unwrap();
    rig.printed(DONE);
    let mut rig = rig.restarted(1_000);
    rig.connect();
    rig.hear(Input::BooksChecked(Ok(())));
    rig.act(choose(chosen())).unwrap();
    rig.act(slip_of(&our_ref)).unwrap();
    assert!(rig.ordered().duplicate);
}

#[test]
fn a_paper_that_is_perhaps_printed_is_told_recorded_and_not_tried_again() {
    let mut rig = Rig::with_printer(chosen());
    rig.held("600");
    let our_ref = rig.sale_ref();
    rig.act(slip_of(&our_ref)).unwrap();
    rig.printed(Printed::Perhaps(PrinterTrouble::CutOff));
    assert_eq!(rig.last(), (PaperOutcome::Perhaps, Some(PrinterTrouble::CutOff)));
    rig.pass_ms(600_000);
    assert!(rig.papers.is_empty(), "only a person prints it again");
    assert!(rig.paper_facts()[0].perhaps);
    rig.act(slip_of(&our_ref)).unwrap();
    assert!(rig.ordered().duplicate);
}

#[test]
fn a_paper_that_never_left_is_no_fact_and_the_next_one_is_the_first() {
    for trouble in [
        PrinterTrouble::NotReached,
        PrinterTrouble::OutOfPaper,
        PrinterTrouble::CoverOpen,
        PrinterTrouble::BadAddress,
        PrinterTrouble::TooMany,
    ] {
        let mut rig = Rig::with_printer(chosen());
        rig.held("600");
        let our_ref = rig.sale_ref();
        rig.act(slip_of(&our_ref)).unwrap();
        rig.printed(Printed::Not(trouble));
        assert_eq!(rig.last(), (PaperOutcome::NotPrinted, Some(trouble)));
        assert!(rig.paper_facts().is_empty());
        rig.act(slip_of(&our_ref)).unwrap();
        assert!(!rig.ordered().duplicate);
    }
}

#[test]
fn a_press_while_the_same_paper_is_on_its_way_prints_nothing_more() {
    let mut rig = Rig::with_printer(chosen());
    rig.held("600");
    let our_ref = rig.sale_ref();
    rig.act(slip_of(&our_ref)).unwrap();
    assert_eq!(rig.refused(slip_of(&our_ref)), ErrorCode::PaperUnderWay);
    assert_eq!(rig.papers.len(), 1);
    // Another paper is another matter.
    rig.act(print(PaperName::TestPage)).unwrap();
    assert_eq!(rig.view().printer.waiting, 2);
}

#[test]
fn no_sale_waits_for_a_printer_that_hangs() {
    let mut rig = Rig::with_printer(chosen());
    rig.held("600");
    let our_ref = rig.sale_ref();
    rig.act(slip_of(&our_ref)).unwrap();
    rig.pass_ms(5_000);
    assert_eq!(rig.view().printer.state, PrinterState::Slow);
    rig.next_sale("600");
    rig.reply(Call::Authorize, authorized());
    rig.captured_and_proved();
    assert_eq!(
        rig.papers.len(),
        1,
        "the paper of the first sale is on its way still"
    );
    rig.printed(Printed::Perhaps(PrinterTrouble::Stuck));
    assert_eq!(rig.state(), SaleState::Paid);
}

#[test]
fn slip_and_receipt_of_the_sale_on_the_screen_print_themselves_once_if_that_was_chosen() {
    let by_itself = PaperPreferences {
        prints_hold_slip: true,
        prints_receipt: true,
        ..chosen()
    };
    let mut rig = Rig::with_printer(by_itself.clone());
    rig.held("600");
    assert_eq!(rig.papers.len(), 1);
    rig.printed(DONE);
    assert!(rig.view().printer.last.unwrap().automatic);
    rig.captured_and_proved();
    assert_eq!(rig.papers.len(), 1);
    assert!(matches!(&rig.ordered().content, PaperContent::Sale(row) if row.sale.state == SaleState::Paid));
    rig.printed(DONE);
    // A look at what is held already prints nothing.
    rig.act(Command::NewSale).unwrap();
    rig.pass_ms(600_000);
    assert!(rig.papers.is_empty());
    // What was put aside has no customer in front of it.
    rig.next_sale("350");
    rig.act(Command::NewSale).unwrap();
    rig.reply(Call::Authorize, authorized());
    assert!(rig.papers.is_empty());
    let mut silent = Rig::with_printer(chosen());
    silent.held("600");
    assert!(silent.papers.is_empty());
}

#[test]
fn charge_now_prints_no_hold_slip() {
    let mut rig = Rig::with_printer(PaperPreferences {
        prints_hold_slip: true,
        ..chosen()
    });
    rig.act(Command::SaleModeSet {
        mode: SaleMode::Charge,
    })
    .unwrap();
    rig.ready_to_pay("600");
    rig.press().unwrap();
    rig.reply(Call::Authorize, authorized());
    assert!(rig.papers.is_empty());
}

#[test]
fn the_drawer_opens_with_a_first_receipt_of_real_money_only() {
    let opens = PaperPreferences {
        opens_drawer: true,
        ..chosen()
    };
    for profile in [ProfileName::Training, ProfileName::Production] {
        let mut rig = Rig::with_printer(opens.clone());
        rig.till.config.profile = profile;
        rig.held("600");
        let our_ref = rig.sale_ref();
        rig.act(slip_of(&our_ref)).unwrap();
        assert!(!rig.ordered().kick, "never for a hold");
        assert_eq!(rig.ordered().training, profile == ProfileName::Training);
        rig.printed(DONE);
        rig.captured_and_proved();
        rig.act(slip_of(&our_ref)).unwrap();
        assert_eq!(rig.ordered().kick, profile == ProfileName::Production);
        rig.printed(DONE);
        rig.act(slip_of(&our_ref)).unwrap();
        assert!(!rig.ordered().kick, "a duplicate opens nothing");
    }
}

#[test]
fn paper_has_a_language_of_its_own_or_the_windows() {
    let mut rig = Rig::with_printer(chosen());
    let hindi = PreferencesCommand::Language {
        language: "hi".to_owned(),
    };
    rig.act(Command::Preferences(hindi)).unwrap();
    rig.act(print(PaperName::TestPage)).unwrap();
    assert_eq!(rig.ordered().language, "hi");
    rig.printed(DONE);
    rig.act(choose(PaperPreferences {
        language: "ta".to_owned(),
        ..chosen()
    }))
    .unwrap();
    rig.act(print(PaperName::TestPage)).unwrap();
    assert_eq!(rig.ordered().language, "ta");
    rig.printed(DONE);
    assert!(rig.paper_facts().is_empty(), "a test page is no fact");
}

#[test]
fn what_cannot_be_printed_is_refused_with_a_reason_and_nothing_is_ordered() {
    let mut rig = Rig::new();
    let nobody: OurRef = "S01ARZ3NDEKTSV4RRFFQ0000009".parse().unwrap();
    assert_eq!(rig.refused(slip_of(&nobody)), ErrorCode::PrinterNotSetUp);
    rig.act(choose(chosen())).unwrap();
    assert_eq!(rig.refused(slip_of(&nobody)), ErrorCode::NoSuchSale);
    assert_eq!(
        rig.refused(print(PaperName::Report { number: None })),
        ErrorCode::NoShift
    );
    assert!(rig.papers.is_empty());
}

#[test]
fn an_x_is_never_a_duplicate_and_a_z_is() {
    let mut rig = Rig::with_printer(chosen());
    rig.open_shift("0").unwrap();
    for _ in 0..2 {
        rig.act(print(PaperName::Report { number: None })).unwrap();
        assert!(!rig.ordered().duplicate);
        rig.printed(DONE);
    }
    for duplicate in [false, true] {
        rig.act(print(PaperName::Report { number: Some(1) })).unwrap();
        assert_eq!(rig.ordered().duplicate, duplicate);
        rig.printed(DONE);
    }
}

#[test]
fn a_choice_that_no_printer_can_have_is_refused_and_the_old_one_stays() {
    let mut rig = Rig::with_printer(chosen());
    assert_eq!(rig.printers, ["127.0.0.1:9100"]);
    for (paper, code) in [
        (
            PaperPreferences {
                printer: "the printer".to_owned(),
                ..chosen()
            },
            ErrorCode::PrinterAddress,
        ),
        (
            PaperPreferences {
                printer: "p".repeat(300),
                ..chosen()
            },
            ErrorCode::PrinterAddress,
        ),
        (
            PaperPreferences {
                shop: "s".repeat(61),
                ..chosen()
            },
            ErrorCode::ShopNameLong,
        ),
        (
            PaperPreferences {
                language: "../hi".to_owned(),
                ..chosen()
            },
            ErrorCode::LanguageUnknown,
        ),
    ] {
        assert_eq!(rig.refused(choose(paper)), code);
    }
    assert_eq!(rig.view().preferences.chosen.paper, chosen());
    // Another name over the slips is no other printer.
    rig.act(choose(PaperPreferences {
        shop: " Blue Park ".to_owned(),
        ..chosen()
    }))
    .unwrap();
    assert_eq!(rig.printers.len(), 1);
    assert_eq!(rig.view().preferences.chosen.paper.shop, "Blue Park");
    rig.act(choose(PaperPreferences::default())).unwrap();
    assert_eq!(rig.printers.last().unwrap(), "");
    assert_eq!(rig.view().printer.state, PrinterState::NotSetUp);
}

#[test]
fn the_lamp_says_what_the_printer_says_of_itself() {
    let mut rig = Rig::with_printer(chosen());
    assert_eq!(rig.view().printer.state, PrinterState::Unasked);
    for (stands, state, trouble) in [
        (
            PrinterStands::Ready { paper_low: false },
            PrinterState::Ready,
            None,
        ),
        (
            PrinterStands::Ready { paper_low: true },
            PrinterState::PaperLow,
            None,
        ),
        (
            PrinterStands::Trouble(PrinterTrouble::OutOfPaper),
            PrinterState::Trouble,
            Some(PrinterTrouble::OutOfPaper),
        ),
    ] {
        rig.hear(Input::PrinterStands(stands));
        let printer = rig.view().printer;
        assert_eq!((printer.state, printer.trouble), (state, trouble));
    }
}

#[test]
fn a_slip_of_a_sale_of_long_ago_does_not_bring_it_into_the_strip() {
    let mut rig = Rig::with_printer(chosen());
    rig.held("600");
    let our_ref = rig.sale_ref();
    rig.captured_and_proved();
    for _ in 0..4 {
        rig.next_sale("600");
        rig.reply(Call::Authorize, authorized());
        rig.captured_and_proved();
    }
    rig.act(Command::NewSale).unwrap();
    let strip = |rig: &mut Rig| {
        rig.view()
            .strip
            .iter()
            .map(|open| open.our_ref.clone())
            .collect::<Vec<_>>()
    };
    let before = strip(&mut rig);
    assert!(!before.contains(&our_ref.to_string()));
    rig.act(slip_of(&our_ref)).unwrap();
    rig.printed(DONE);
    assert_eq!(strip(&mut rig), before);
    assert_eq!(rig.paper_facts().len(), 1);
    assert!(matches!(rig.till.books, OpenBooks::Open(_)));
}
