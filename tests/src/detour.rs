//! Where a request goes that does not reach PhonePe as it should: to a name that nobody has, to a closed port, to a
//! listener that hangs up or points elsewhere, or to PhonePe with little patience.

use phonepe::Deadlines;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// Another way for one request.
pub struct Detour {
    pub base_url: String,
    pub deadlines: Deadlines,
}

impl Detour {
    /// To a name that is reserved for never being anybody's (RFC 6761).
    pub fn to_no_name() -> Detour {
        Detour::to("https://no-such-host.invalid")
    }

    /// To a port that only the system may open, and does not.
    pub fn to_a_closed_port() -> Detour {
        Detour::to("http://127.0.0.1:1")
    }

    /// TLS to an address that speaks plain HTTP.
    pub fn to_no_tls(base_url: &str) -> Detour {
        Detour::to(&base_url.replace("http:", "https:"))
    }

    /// The right way, but nobody waits twenty seconds for an answer that never comes. Long enough for the request to
    /// arrive on the slowest machine.
    pub fn impatient(base_url: &str) -> Detour {
        Detour {
            deadlines: Deadlines {
                total: Duration::from_secs(2),
                ..Deadlines::default()
            },
            ..Detour::to(base_url)
        }
    }

    pub fn to(base_url: &str) -> Detour {
        Detour {
            base_url: base_url.to_owned(),
            deadlines: Deadlines {
                connect: Duration::from_secs(2),
                ..Deadlines::default()
            },
        }
    }
}

/// What a listener does with whoever comes.
#[derive(Clone)]
enum Manners {
    /// Closes before a byte was read.
    HangUp,
    /// Sends them elsewhere, at the same path.
    Redirect(String),
}

/// A listener on loopback that is no PhonePe.
pub struct Listener {
    base_url: String,
    visits: Arc<AtomicU64>,
}

impl Listener {
    pub async fn that_hangs_up() -> Listener {
        Listener::open(Manners::HangUp).await
    }

    pub async fn that_redirects_to(base_url: &str) -> Listener {
        Listener::open(Manners::Redirect(base_url.to_owned())).await
    }

    pub fn detour(&self) -> Detour {
        Detour::to(&self.base_url)
    }

    /// Connections that came.
    pub fn visits(&self) -> u64 {
        self.visits.load(Ordering::SeqCst)
    }

    async fn open(manners: Manners) -> Listener {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base_url = format!("http://{}", listener.local_addr().unwrap());
        let visits = Arc::new(AtomicU64::new(0));
        let seen = visits.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                seen.fetch_add(1, Ordering::SeqCst);
                if let Manners::Redirect(base_url) = &manners {
                    redirect(stream, base_url).await;
                }
            }
        });
        Listener { base_url, visits }
    }
}

async fn redirect(mut stream: TcpStream, base_url: &str) {
    let mut request = Vec::new();
    let path = loop {
        if stream.read_buf(&mut request).await.unwrap_or(0) == 0 {
            return;
        }
        let text = String::from_utf8_lossy(&request);
        if text.contains("\r\n\r\n") {
            break text.split(' ').nth(1).unwrap_or("/").to_owned();
        }
    };
    let reply =
        format!("HTTP/1.1 307 Temporary Redirect\r\nLocation: {base_url}{path}\r\nContent-Length: 0\r\n\r\n");
    // The caller may have gone; what it makes of the answer is the caller's concern.
    let _ = stream.write_all(reply.as_bytes()).await;
    let _ = stream.shutdown().await;
    let _ = stream.read_to_end(&mut Vec::new()).await;
}
