use domain::{Ask, Heard};
use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use till::{Going, Prepared, Provider};

/// A request that has left the till.
pub(crate) struct Sent {
    pub id: u64,
    pub ask: Ask,
    pub sha256: String,
}

/// The till's end of the line. A request is on it once its future was polled, and not before.
#[derive(Clone, Default)]
pub(crate) struct Line(Arc<Mutex<Ends>>);

#[derive(Default)]
struct Ends {
    built: u64,
    left: VecDeque<Sent>,
    /// A planted fault: the call leaves as it is built, before its intent is on the disk.
    eager: bool,
}

impl Line {
    pub fn take(&self) -> Option<Sent> {
        self.0.lock().unwrap().left.pop_front()
    }

    pub fn be_eager(&self) {
        self.0.lock().unwrap().eager = true;
    }

    /// Puts a request on the line that no engine built: what a planted fault sends.
    pub fn forge(&self, ask: Ask) -> Sent {
        let id = self.next_id();
        Sent {
            id,
            ask,
            sha256: hash_text(id),
        }
    }

    /// The hash that the next request will have.
    pub fn next_hash(&self) -> String {
        hash_text(self.0.lock().unwrap().built + 1)
    }

    fn next_id(&self) -> u64 {
        let mut ends = self.0.lock().unwrap();
        ends.built += 1;
        ends.built
    }
}

impl Provider for Line {
    fn prepare(&self, ask: &Ask) -> Result<Prepared, String> {
        let sent = self.forge(ask.clone());
        let request_sha256 = sent.sha256.clone();
        let line = self.clone();
        let eager = ask.call().moves_money() && self.0.lock().unwrap().eager;
        let waiting = if eager {
            self.0.lock().unwrap().left.push_back(sent);
            None
        } else {
            Some(sent)
        };
        let going: Going<Heard> = Box::pin(async move {
            if let Some(sent) = waiting {
                line.0.lock().unwrap().left.push_back(sent);
            }
            // The world answers through the engine's inbox.
            std::future::pending().await
        });
        Ok(Prepared {
            request_sha256,
            going,
        })
    }
}

/// Unequal for unequal requests, and as long as the real one.
pub(crate) fn hash_text(id: u64) -> String {
    format!("{id:064x}")
}
