//! Starting and stopping a pretend PhonePe.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::ops::Deref;
use std::path::PathBuf;
use std::sync::Arc;

use tokio::net::TcpListener;
use tokio::sync::watch;

use crate::books::Books;
use crate::checks::Merchant;
use crate::server;
use crate::shared::Shared;
use crate::steering::Steering;
use crate::store::{self, Saved};
use crate::wire::{Lines, Wire};

/// How to start a simulator.
#[derive(Clone)]
pub struct Options {
    /// The port on 127.0.0.1; 0 takes a free one.
    pub port: u16,
    /// The one merchant that is known.
    pub merchant_id: String,
    /// Its salt key.
    pub salt_key: String,
    /// The index of that key, the number after `###`.
    pub salt_index: u32,
    /// Where the state is kept over restarts, if anywhere.
    pub state_file: Option<PathBuf>,
}

impl Options {
    /// The fixed merchant of training. Its key is public and opens nothing real.
    pub fn training() -> Self {
        Self {
            port: 0,
            merchant_id: "HOLDFASTTRAINING".to_owned(),
            salt_key: "holdfast-training-salt-key-not-a-secret".to_owned(),
            salt_index: 1,
            state_file: None,
        }
    }
}

/// A running simulator. Clones are handles on the same one; it ends with [`Simulator::stop`] or with the last
/// handle.
#[derive(Clone)]
pub struct Simulator {
    steering: Steering,
    address: SocketAddr,
    running: Arc<Running>,
}

struct Running {
    stop: watch::Sender<bool>,
    ended: watch::Receiver<bool>,
}

impl Deref for Simulator {
    type Target = Steering;

    fn deref(&self) -> &Steering {
        &self.steering
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stop.send_replace(true);
    }
}

impl Simulator {
    /// Starts to serve on the current tokio runtime.
    ///
    /// # Errors
    /// The port is taken, or the state file cannot be read.
    pub async fn start(options: Options) -> io::Result<Self> {
        let saved = options
            .state_file
            .as_deref()
            .map(store::load)
            .transpose()?
            .flatten();
        let saved = saved.unwrap_or_else(|| Saved {
            clock_offset_ms: 0,
            books: Books::new(),
        });
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port)).await?;
        let address = listener.local_addr()?;
        let Options {
            merchant_id: id,
            salt_key,
            salt_index,
            state_file,
            ..
        } = options;
        let shared = Arc::new(Shared::new(
            Merchant {
                id,
                salt_key,
                salt_index,
            },
            saved,
            state_file,
        ));
        let steering = Steering { shared };
        let running = Arc::new(serve(listener, steering.clone()));
        Ok(Self {
            steering,
            address,
            running,
        })
    }

    /// `http://127.0.0.1:PORT`: what the till is given as PhonePe's base URL.
    pub fn base_url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The page that stands for the customer's phone; `?topup=ID` on it is scanning that top-up's code.
    pub fn phone_url(&self) -> String {
        format!("{}/phone", self.base_url())
    }

    /// Stops listening and closes idle connections; requests in progress are answered.
    pub fn stop(&self) {
        self.running.stop.send_replace(true);
    }

    /// Returns when a stopped simulator has let go of its port and its last connection.
    pub async fn stopped(&self) {
        let mut ended = self.running.ended.clone();
        // An error means that the serving task is gone, which is the same thing.
        let _ = ended.wait_for(|ended| *ended).await;
    }
}

fn serve(listener: TcpListener, steering: Steering) -> Running {
    let (stop, mut stopping) = watch::channel(false);
    let (end, ended) = watch::channel(false);
    let service = server::router(steering).into_make_service_with_connect_info::<Wire>();
    tokio::spawn(async move {
        let until = async move {
            let _ = stopping.wait_for(|stop| *stop).await;
        };
        if let Err(why) = axum::serve(Lines(listener), service)
            .with_graceful_shutdown(until)
            .await
        {
            tracing::error!(%why, "the simulator stopped serving");
        }
        end.send_replace(true);
    });
    Running { stop, ended }
}
