use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// A server of one connection, which then gives its listener back: a second connection would still be waiting there.
pub(super) struct Server {
    base_url: String,
    serving: JoinHandle<(Arrived, std::net::TcpListener)>,
}

/// What came in on that connection.
#[derive(Default)]
pub(super) struct Arrived {
    pub(super) head: String,
    pub(super) body: String,
    /// Of an endless reply: how many bytes the network took until the client turned away.
    pub(super) poured: usize,
}

impl Arrived {
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines
            .find(|(found, _)| found.eq_ignore_ascii_case(name))
            .map(|(_, value)| value)
    }
}

enum Behaviour {
    Reply(Vec<u8>),
    CloseAtOnce,
    FallSilentAfter(Vec<u8>),
    Drip(Vec<u8>, Duration),
    Pour(Vec<u8>, Vec<u8>, usize),
}

impl Server {
    pub(super) fn replying(reply: Vec<u8>) -> Self {
        Server::behaving(fresh_listener(), Behaviour::Reply(reply))
    }

    pub(super) fn replying_on(listener: std::net::TcpListener, reply: Vec<u8>) -> Self {
        Server::behaving(listener, Behaviour::Reply(reply))
    }

    pub(super) fn closing_at_once() -> Self {
        Server::behaving(fresh_listener(), Behaviour::CloseAtOnce)
    }

    /// Reads the request, writes `beginning` and then nothing until the client leaves.
    pub(super) fn silent(beginning: Vec<u8>) -> Self {
        Server::behaving(fresh_listener(), Behaviour::FallSilentAfter(beginning))
    }

    pub(super) fn dripping(reply: Vec<u8>, every: Duration) -> Self {
        Server::behaving(fresh_listener(), Behaviour::Drip(reply, every))
    }

    /// Writes `beginning`, and then `more` again and again, `bytes_max` in all.
    pub(super) fn pouring(beginning: &[u8], more: &[u8], bytes_max: usize) -> Self {
        let pour = Behaviour::Pour(beginning.to_vec(), more.to_vec(), bytes_max);
        Server::behaving(fresh_listener(), pour)
    }

    fn behaving(listener: std::net::TcpListener, behaviour: Behaviour) -> Self {
        let base_url = format!("http://{}", listener.local_addr().unwrap());
        Server {
            base_url,
            serving: tokio::spawn(serve_one(listener, behaviour)),
        }
    }

    pub(super) fn base_url(&self) -> String {
        self.base_url.clone()
    }

    pub(super) fn was_reached(&self) -> bool {
        self.serving.is_finished()
    }

    pub(super) async fn handled(self) -> (Arrived, std::net::TcpListener) {
        self.serving.await.unwrap()
    }

    /// What arrived, having seen that no second connection is waiting.
    pub(super) async fn arrived_once(self) -> Arrived {
        let (arrived, listener) = self.handled().await;
        assert!(listener.accept().is_err(), "the request was sent twice");
        arrived
    }

    /// Stops listening, so that the port refuses.
    pub(super) async fn leave(self) {
        self.serving.abort();
        assert!(self.serving.await.is_err());
    }
}

/// An HTTP/1.1 reply; `headers` are whole lines.
pub(super) fn reply_with(http_status: u16, headers: &str, body: &[u8]) -> Vec<u8> {
    let mut reply = format!("HTTP/1.1 {http_status} X\r\n{headers}").into_bytes();
    if http_status != 204 {
        reply.extend_from_slice(format!("Content-Length: {}\r\n", body.len()).as_bytes());
    }
    reply.extend_from_slice(b"\r\n");
    reply.extend_from_slice(body);
    reply
}

fn fresh_listener() -> std::net::TcpListener {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    listener
}

async fn serve_one(
    listener: std::net::TcpListener,
    behaviour: Behaviour,
) -> (Arrived, std::net::TcpListener) {
    let accepting = TcpListener::from_std(listener.try_clone().unwrap()).unwrap();
    let (mut stream, _) = accepting.accept().await.unwrap();
    drop(accepting);
    if matches!(behaviour, Behaviour::CloseAtOnce) {
        return (Arrived::default(), listener);
    }
    let mut arrived = read_request(&mut stream).await;
    match behaviour {
        Behaviour::CloseAtOnce => {}
        Behaviour::Reply(reply) => {
            // The client may have turned away from too long a reply: not the server's concern.
            let _ = stream.write_all(&reply).await;
        }
        Behaviour::FallSilentAfter(beginning) => {
            stream.write_all(&beginning).await.unwrap();
            // A TLS hello may still be coming in pieces.
            let _ = stream.read_to_end(&mut Vec::new()).await;
        }
        Behaviour::Drip(reply, every) => drip(&mut stream, &reply, every).await,
        Behaviour::Pour(beginning, more, bytes_max) => {
            arrived.poured = pour(&mut stream, beginning, &more, bytes_max).await;
        }
    }
    (arrived, listener)
}

async fn pour(stream: &mut TcpStream, beginning: Vec<u8>, more: &[u8], bytes_max: usize) -> usize {
    let mut poured = 0;
    let mut next = beginning.as_slice();
    while poured < bytes_max && stream.write_all(next).await.is_ok() {
        poured += next.len();
        next = more;
    }
    poured
}

async fn drip(stream: &mut TcpStream, reply: &[u8], every: Duration) {
    let mut ticks = tokio::time::interval(every);
    for byte in reply {
        ticks.tick().await;
        if stream.write_all(&[*byte]).await.is_err() {
            return;
        }
    }
}

/// A request to its end, or whatever came of it.
async fn read_request(stream: &mut TcpStream) -> Arrived {
    let mut bytes = Vec::new();
    loop {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let arrived = Arrived {
                head: format!("{head}\r\n"),
                body: body.to_owned(),
                poured: 0,
            };
            let length: usize = arrived
                .header("content-length")
                .map_or(0, |length| length.parse().unwrap());
            if arrived.body.len() >= length {
                return arrived;
            }
        } else if bytes.first() == Some(&22) {
            // A TLS hello has no head to wait for.
            return Arrived::default();
        }
        if stream.read_buf(&mut bytes).await.unwrap_or(0) == 0 {
            return Arrived {
                head: text,
                body: String::new(),
                poured: 0,
            };
        }
    }
}
