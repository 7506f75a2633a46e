//! Whom the client talks to over TLS: real handshakes with `openssl s_server`, under an authority of our own.

use super::*;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};

/// In the environment of the test inside: the folder with the certificates. The authority that the machine trusts there
/// is given by `SSL_CERT_FILE`, which only a process of its own can have.
const INSIDE: &str = "HOLDFAST_TEST_CERTIFICATES";
const CURVE: [&str; 5] = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];

#[test]
fn only_a_valid_certificate_for_this_host_by_a_known_authority_is_talked_to() {
    if let Some(folder) = std::env::var_os(INSIDE) {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        return runtime.block_on(every_server(&PathBuf::from(folder)));
    }
    let folder = std::env::temp_dir().join(format!("holdfast-certificates-{}", std::process::id()));
    std::fs::create_dir(&folder).unwrap();
    authority(&folder, "known");
    authority(&folder, "unknown");
    certificate(&folder, "ours", "known", "localhost", "2");
    certificate(&folder, "for-another-host", "known", "phonepe.example", "2");
    certificate(&folder, "expired", "known", "localhost", "-1");
    certificate(&folder, "by-an-unknown-authority", "unknown", "localhost", "2");
    let inside = Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "send::tests::certificates::only_a_valid_certificate_for_this_host_by_a_known_authority_is_talked_to",
        ])
        .env(INSIDE, &folder)
        .env("SSL_CERT_FILE", folder.join("known.pem"))
        .env_remove("SSL_CERT_DIR")
        .output()
        .unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    let told =
        String::from_utf8_lossy(&inside.stdout).into_owned() + &String::from_utf8_lossy(&inside.stderr);
    assert!(inside.status.success() && told.contains("1 passed"), "{told}");
}

async fn every_server(folder: &Path) {
    // The one call by which a sale becomes paid; openssl serves its reply from a file under the call's own path.
    let call = Call::TransactionStatus;
    let path = folder.join(format!("v3/transaction/{MERCHANT}/{SALE}"));
    std::fs::create_dir_all(&path).unwrap();
    let reply = reply_with(200, "", sample(call).to_string().as_bytes());
    std::fs::write(path.join("status"), reply).unwrap();
    for (certificate, version, is_talked_to) in [
        ("ours", "-tls1_3", true),
        ("ours", "-tls1_2", true),
        ("ours", "-tls1_1", false),
        ("ours", "-tls1", false),
        ("for-another-host", "-tls1_3", false),
        ("expired", "-tls1_3", false),
        ("by-an-unknown-authority", "-tls1_3", false),
    ] {
        let server = TlsServer::start(folder, certificate, version);
        let heard = asked(&server.base_url, call, Deadlines::default()).await;
        if is_talked_to {
            assert!(matches!(
                heard.meaning,
                Meaning::Agreed(Answer::PaymentSuccess { .. })
            ));
        } else {
            let why = not_sent(&heard);
            assert_eq!(
                why,
                Some("TLS was not agreed"),
                "{certificate} {version}: {heard:?}"
            );
        }
    }
}

struct TlsServer {
    base_url: String,
    running: Child,
    /// Kept open, or the server ends over what it cannot say.
    _said: BufReader<ChildStdout>,
}

impl TlsServer {
    fn start(folder: &Path, certificate: &str, version: &str) -> TlsServer {
        let mut running = Command::new("openssl")
            .args(["s_server", "-accept", "localhost:0", "-HTTP", version])
            // Or openssl would not speak the old versions at all.
            .args(["-cipher", "ALL@SECLEVEL=0"])
            .args([
                "-cert",
                &format!("{certificate}.pem"),
                "-key",
                &format!("{certificate}.key"),
            ])
            .current_dir(folder)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("openssl is installed");
        let mut said = BufReader::new(running.stdout.take().unwrap());
        let port = loop {
            let mut line = String::new();
            assert_ne!(said.read_line(&mut line).unwrap(), 0, "openssl ended");
            if let Some(address) = line.strip_prefix("ACCEPT ") {
                break address.rsplit_once(':').unwrap().1.trim().to_owned();
            }
        };
        TlsServer {
            base_url: format!("https://localhost:{port}"),
            running,
            _said: said,
        }
    }
}

impl Drop for TlsServer {
    fn drop(&mut self) {
        self.running.kill().unwrap();
        self.running.wait().unwrap();
    }
}

fn authority(folder: &Path, name: &str) {
    let (key, pem, subject) = (
        format!("{name}.key"),
        format!("{name}.pem"),
        format!("/CN={name}"),
    );
    let own = [
        "req", "-x509", "-days", "2", "-subj", &subject, "-keyout", &key, "-out", &pem,
    ];
    openssl(folder, &[&own[..], &CURVE].concat());
}

fn certificate(folder: &Path, name: &str, authority: &str, host: &str, days: &str) {
    let (key, csr, pem) = (
        format!("{name}.key"),
        format!("{name}.csr"),
        format!("{name}.pem"),
    );
    let (ca, ca_key) = (format!("{authority}.pem"), format!("{authority}.key"));
    let host = format!("subjectAltName=DNS:{host}");
    let ask = [
        "req", "-subj", "/CN=till", "-addext", &host, "-keyout", &key, "-out", &csr,
    ];
    openssl(folder, &[&ask[..], &CURVE].concat());
    let sign = [
        "x509", "-req", "-in", &csr, "-CA", &ca, "-CAkey", &ca_key, "-out", &pem,
    ];
    openssl(
        folder,
        &[&sign[..], &["-days", days, "-copy_extensions", "copy"]].concat(),
    );
}

fn openssl(folder: &Path, arguments: &[&str]) {
    let done = Command::new("openssl")
        .args(arguments)
        .current_dir(folder)
        .output();
    let done = done.expect("openssl is installed");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}
