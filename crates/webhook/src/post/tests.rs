//! Real sockets on loopback, each of which answers, or fails, in its own way.

use super::*;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread::JoinHandle;

const SHORT: Deadlines = Deadlines {
    connect: Duration::from_millis(400),
    total: Duration::from_millis(400),
};
const BODY: &str = "{\"id\":\"S1/held\",\"amount_text\":\"₹600.00\"}";

/// What came in: the head's lines, the body, and the listener, so that a second connection would be seen.
struct Arrived {
    head: Vec<String>,
    body: String,
    listener: TcpListener,
}

impl Arrived {
    fn header(&self, name: &str) -> &str {
        let mut lines = self.head.iter().filter_map(|line| line.split_once(": "));
        lines
            .find(|(found, _)| found.eq_ignore_ascii_case(name))
            .map_or("", |(_, value)| value)
    }

    fn came_once(&self) -> bool {
        self.listener.set_nonblocking(true).unwrap();
        self.listener.accept().is_err()
    }
}

/// Takes one connection and hands it to `answer` when the request has been read.
fn server(answer: impl FnOnce(TcpStream) + Send + 'static) -> (String, JoinHandle<Arrived>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/hook?shop=12", listener.local_addr().unwrap());
    let serving = std::thread::spawn(move || {
        let (stream, _) = listener.accept().unwrap();
        let mut reader = BufReader::new(stream.try_clone().unwrap());
        let mut head = Vec::new();
        loop {
            let mut line = String::new();
            reader.read_line(&mut line).unwrap();
            match line.trim_end() {
                "" => break,
                line => head.push(line.to_owned()),
            }
        }
        let length = head.iter().find_map(|line| {
            let (name, value) = line.split_once(": ")?;
            name.eq_ignore_ascii_case("content-length")
                .then(|| value.parse::<usize>().unwrap())
        });
        let mut body = vec![0; length.unwrap_or_default()];
        reader.read_exact(&mut body).unwrap();
        answer(stream);
        Arrived {
            head,
            body: String::from_utf8(body).unwrap(),
            listener,
        }
    });
    (url, serving)
}

fn says(reply: &'static str) -> impl FnOnce(TcpStream) + Send + 'static {
    move |mut stream| stream.write_all(reply.as_bytes()).unwrap()
}

/// Silent until the client goes.
fn hangs(mut stream: TcpStream) {
    let _ = stream.read(&mut [0; 16]);
}

/// Waits beside the runtime: it still has connections to close.
async fn ended<T: Send + 'static>(serving: JoinHandle<T>) -> T {
    tokio::task::spawn_blocking(|| serving.join().unwrap())
        .await
        .unwrap()
}

async fn posted(url: &str) -> Result<(), NotTaken> {
    let webhook = Webhook::new(Address::parse(url).unwrap(), SHORT).unwrap();
    let key = SecretString::from("a-key-of-a-test".to_owned());
    webhook.post(&key, 1_795_350_000, BODY.to_owned()).await
}

#[tokio::test]
async fn what_is_signed_is_what_arrives() {
    let (url, serving) = server(says("HTTP/1.1 204 No Content\r\n\r\n"));
    assert_eq!(posted(&url).await, Ok(()));
    let arrived = ended(serving).await;
    assert_eq!(arrived.head[0], "POST /hook?shop=12 HTTP/1.1");
    assert_eq!(arrived.body, BODY);
    assert_eq!(arrived.header("content-type"), "application/json");
    assert_eq!(arrived.header(TIME_HEADER), "1795350000");
    let key = SecretString::from("a-key-of-a-test".to_owned());
    assert_eq!(
        arrived.header(SIGNATURE_HEADER),
        signature(&key, "1795350000", &arrived.body)
    );
    assert!(arrived.came_once());
}

#[tokio::test]
async fn a_status_that_is_no_success_is_told_and_not_tried_again() {
    for (reply, why) in [
        (
            "HTTP/1.1 500 Oh\r\nContent-Length: 2\r\n\r\nno",
            NotTaken::Status(500),
        ),
        (
            "HTTP/1.1 401 Oh\r\nContent-Length: 0\r\n\r\n",
            NotTaken::Status(401),
        ),
        (
            "HTTP/1.1 429 Oh\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n",
            NotTaken::Status(429),
        ),
    ] {
        let (url, serving) = server(says(reply));
        assert_eq!(posted(&url).await, Err(why));
        assert!(ended(serving).await.came_once(), "{reply}");
    }
}

#[tokio::test]
async fn a_redirect_is_told_and_not_followed() {
    let elsewhere = TcpListener::bind("127.0.0.1:0").unwrap();
    let target = elsewhere.local_addr().unwrap();
    let (url, serving) = server(move |mut stream| {
        write!(
            stream,
            "HTTP/1.1 307 Elsewhere\r\nLocation: http://{target}/\r\nContent-Length: 0\r\n\r\n"
        )
        .unwrap();
    });
    assert_eq!(posted(&url).await, Err(NotTaken::Redirected(307)));
    assert!(ended(serving).await.came_once());
    elsewhere.set_nonblocking(true).unwrap();
    assert!(elsewhere.accept().is_err(), "nothing is sent where it points");
}

#[tokio::test]
async fn one_that_hangs_closes_or_talks_nonsense_has_not_answered() {
    let answers: [Box<dyn FnOnce(TcpStream) + Send>; 4] = [
        Box::new(hangs),
        Box::new(drop),
        Box::new(says("SSH-2.0-OpenSSH_9.2\r\n")),
        Box::new(|mut stream: TcpStream| {
            stream.write_all(b"HTTP/1.1 200 OK\r\nX-").unwrap();
            hangs(stream);
        }),
    ];
    for answer in answers {
        let (url, serving) = server(answer);
        assert_eq!(posted(&url).await, Err(NotTaken::NoAnswer));
        assert!(ended(serving).await.came_once());
    }
}

#[tokio::test]
async fn the_body_of_an_answer_is_not_waited_for_and_not_read() {
    let (url, serving) = server(|mut stream| {
        stream
            .write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\n")
            .unwrap();
        // Pours until the client turns away; a client that read would run into its deadline.
        while stream.write_all(&[b'x'; 65_536]).is_ok() {}
    });
    assert_eq!(posted(&url).await, Ok(()));
    assert!(ended(serving).await.came_once());
}

#[tokio::test]
async fn where_nobody_listens_or_there_is_no_tls_nothing_was_sent() {
    let gone = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    assert_eq!(
        posted(&format!("http://{gone}/")).await,
        Err(NotTaken::Unreachable)
    );
    let plain = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("https://{}/", plain.local_addr().unwrap());
    let speaks = std::thread::spawn(move || {
        let (mut stream, _) = plain.accept().unwrap();
        let mut hello = [0; 1_024];
        let read = stream.read(&mut hello).unwrap();
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        String::from_utf8_lossy(&hello[..read]).into_owned()
    });
    assert_eq!(posted(&url).await, Err(NotTaken::Unreachable));
    assert!(!ended(speaks).await.contains("S1/held"), "only the handshake");
}
