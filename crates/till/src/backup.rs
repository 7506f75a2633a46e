//! What is known of the daily backup. Taking it is the shell's; telling of it is the engine's.

/// The last daily backup and what went wrong since.
#[derive(Default)]
pub(crate) struct Backup {
    /// Milliseconds since 1970.
    pub at_ms: Option<i64>,
    pub failed: Option<String>,
}

impl Backup {
    pub fn note(&mut self, result: Result<i64, String>) {
        match result {
            Ok(at_ms) => {
                self.at_ms = Some(at_ms);
                self.failed = None;
            }
            Err(why) => self.failed = Some(why),
        }
    }
}
