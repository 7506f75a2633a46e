//! The program's lives: started on what the disk holds, ended without a word, started again.

use crate::chance::EngineChance;
use crate::disk::Mishap;
use crate::provider::MERCHANT;
use crate::queue::Event;
use crate::world::{Step, World};
use contract::ProfileName;
use secrecy::SecretString;
use std::sync::{Arc, Mutex};
use till::{Books, Config, Connected, Input, OpenBooks, Till};

impl World {
    pub fn start(&mut self) -> Step {
        if self.till.is_some() {
            return Ok(());
        }
        self.life += 1;
        let keeps = self.dice.disk.per_mille(500);
        self.disk.lock().start_again(keeps);
        self.check_start()?;
        // A disk that failed may fail on; the program then opens only to say so.
        if self.dice.disk.per_mille(self.plan.disk_error) {
            self.disk.lock().mishap = Some((0, Mishap::Refused));
        } else if self.dice.disk.per_mille(self.plan.crash_in_commit) {
            let after = self.dice.disk.pick(&[0, 1, 2]);
            self.disk.lock().mishap = Some((after, Mishap::CrashAfter));
        }
        self.tell(|| format!("life {}: the program starts", self.life));
        let books: Box<dyn Books> = Box::new(self.disk.clone());
        let mut till = Till::new(
            config(self.plan.expiry_minutes),
            Arc::new(self.time.clone()),
            Arc::new(EngineChance(Mutex::new(self.dice.engine.split()))),
            OpenBooks::Open(books),
        );
        let effects = till.first_effects();
        self.till = Some(till);
        self.carry_out(effects)?;
        let (life, now_ms) = (self.life, self.time.now_ms());
        let checked_ms = now_ms + self.dice.weather.between(1, 3_000);
        self.queue.push(checked_ms, Event::BooksChecked { life });
        Ok(())
    }

    pub fn connected(&mut self, life: u32) -> Step {
        let connected = Connected {
            provider: Arc::new(self.line.clone()),
            hmac_key: SecretString::from("a key of the simulation"),
            device_id: "device".to_owned(),
            in_memory: false,
        };
        self.hear_in(life, Input::Connected(Ok(connected)))
    }

    pub fn books_checked(&mut self, life: u32) -> Step {
        self.hear_in(life, Input::BooksChecked(Ok(())))
    }

    /// The program ends now, wherever it is.
    pub fn crash(&mut self, reboots: bool, down_ms: i64) -> Step {
        if self.till.take().is_none() {
            return Ok(());
        }
        self.tell(|| format!("the program dies; back in {down_ms} ms"));
        self.counts.crashes += 1;
        // Whatever was on its way to it finds nobody.
        self.life += 1;
        if reboots {
            self.time.reboot();
        }
        self.queue.push(self.time.now_ms() + down_ms, Event::Start);
        Ok(())
    }

    /// The step just taken was its last.
    pub fn crash_of_step(&mut self) -> Step {
        let dice = &mut self.dice.weather;
        let reboots = dice.per_mille(300);
        let down_ms = dice.pick(&[500, 2_000, 20_000, 120_000]);
        let down_ms = if self.healing {
            500
        } else {
            dice.between(100, down_ms)
        };
        self.crash(reboots, down_ms)
    }
}

fn config(expiry_minutes: u32) -> Config {
    Config {
        profile: ProfileName::Uat,
        counter: "2".to_owned(),
        cashier: "Asha".to_owned(),
        shift: 1,
        version: "0.1.0".to_owned(),
        base_url: "http://127.0.0.1:9".to_owned(),
        merchant_id: MERCHANT.to_owned(),
        salt_index: 1,
        expiry_minutes,
        reads_suggest: false,
        top_up_hosts: Vec::new(),
        preferences: contract::PreferencesView::default(),
    }
}
