use super::{ASHA, Till};
use crate::{HoldState, Options};

fn kept(folder: &tempfile::TempDir) -> Options {
    Options {
        state_file: Some(folder.path().join("simulator.json")),
        ..Options::training()
    }
}

#[tokio::test]
async fn holds_links_and_time_survive_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let till = Till::with(kept(&folder)).await;
    let token = till.link(ASHA).await;
    till.authorize(&token, "S1", 60_000).await;
    till.simulator.advance_clock_ms(50 * 60_000);
    let then_ms = till.simulator.now_ms();
    till.simulator.stop();
    till.simulator.stopped().await;

    let till = Till::with(kept(&folder)).await;
    assert!(till.simulator.now_ms() >= then_ms);
    assert_eq!(till.simulator.hold("S1").unwrap().state, HoldState::Authorized);
    let balance = till.balance(&token, 60_000, "TRANSACTIONAL").await;
    assert_eq!(balance.data("wallet")["usableBalance"], 440_000);
    till.simulator.advance_clock_ms(10 * 60_000);
    assert_eq!(till.auth_status("S1").await.data("authState"), "CANCELLED");
}

#[tokio::test]
async fn the_saved_state_has_no_number_no_otp_and_no_token() {
    let folder = tempfile::tempdir().unwrap();
    let till = Till::with(kept(&folder)).await;
    let token = till.link(ASHA).await;
    let sent = till.send_otp(ASHA).await;
    let text = std::fs::read_to_string(folder.path().join("simulator.json")).unwrap();
    assert!(text.contains("3210"));
    let otp = format!("\"{}\"", till.simulator.otp(ASHA).unwrap());
    let secrets = [
        ASHA,
        &token,
        &otp,
        sent.data("otpToken").as_str().unwrap(),
        &Options::training().salt_key,
    ];
    for secret in secrets {
        assert!(!text.contains(secret), "{secret}");
    }
    let files: Vec<_> = std::fs::read_dir(folder.path()).unwrap().collect();
    assert_eq!(files.len(), 1, "the new file was renamed into place");
}

#[tokio::test]
async fn a_damaged_state_is_set_aside_and_training_starts() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("simulator.json"), "{\"clock_offset_ms\":").unwrap();
    let till = Till::with(kept(&folder)).await;
    assert!(till.simulator.holds().is_empty());
    assert!(folder.path().join("simulator.json.damaged").exists());
    till.link(ASHA).await;
    assert!(folder.path().join("simulator.json").exists());
}
