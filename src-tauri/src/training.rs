//! The pretend PhonePe of training, inside this program and on this machine's own address only.

use simulator::{Options, Simulator};
use std::io;
use std::path::Path;
use std::time::Duration;
use tokio::runtime::{Builder, Runtime};

const GOODBYE: Duration = Duration::from_millis(500);

/// A running simulator with a thread of its own. Drop it outside of any async code.
pub struct Playground {
    runtime: Option<Runtime>,
    simulator: Simulator,
}

impl Playground {
    /// Starts it on a free port, with the books of the last time.
    ///
    /// # Errors
    /// When no port, no thread or no state file can be had.
    pub fn start(profile_dir: &Path) -> io::Result<Playground> {
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            .thread_name("simulator")
            .enable_all()
            .build()?;
        let options = Options {
            state_file: Some(profile_dir.join("simulator.json")),
            ..Options::training()
        };
        let simulator = runtime.block_on(Simulator::start(options))?;
        Ok(Playground {
            runtime: Some(runtime),
            simulator,
        })
    }

    #[must_use]
    pub fn simulator(&self) -> &Simulator {
        &self.simulator
    }
}

impl Drop for Playground {
    fn drop(&mut self) {
        self.simulator.stop();
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_timeout(GOODBYE);
        }
    }
}
