use super::*;
use std::io::Write;
use std::sync::Mutex;
use tracing_subscriber::fmt::MakeWriter;

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl MakeWriter<'_> for Log {
    type Writer = Log;

    fn make_writer(&self) -> Log {
        self.clone()
    }
}

#[tokio::test]
async fn the_log_at_its_finest_knows_no_key_token_otp_number_or_signature() {
    let log = Log::default();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_writer(log.clone())
        .finish();
    let guard = tracing::subscriber::set_default(subscriber);
    let mut secrets: Vec<String> = [
        SALT_KEY,
        TOKEN,
        "9876543210",
        "TXN12345",
        "78e29dc5-872e-404a-8243",
    ]
    .map(str::to_owned)
    .to_vec();
    for call in Call::ALL {
        let server = Server::replying(reply_with(200, "", sample(call).to_string().as_bytes()));
        asked(&server.base_url(), call, Deadlines::default()).await;
        let arrived = server.arrived_once().await;
        secrets.push(arrived.header("x-verify").unwrap().replace("###1", ""));
        if let Ok(serde_json::Value::Object(body)) = serde_json::from_str(&arrived.body) {
            secrets.push(body["request"].as_str().unwrap().to_owned());
        }
        let failing = Server::closing_at_once();
        let heard = asked(&failing.base_url(), call, Deadlines::default()).await;
        secrets
            .iter()
            .for_each(|secret| assert!(!format!("{heard:?}").contains(secret), "{call:?}"));
    }
    drop(guard);
    let log = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert_eq!(log.matches("PhonePe was asked").count(), 24, "{log}");
    for secret in secrets {
        assert!(!log.contains(&secret), "{secret} in {log}");
    }
}
