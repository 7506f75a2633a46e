//! What must hold after every run, whatever happened in it.

use serde_json::Value;

use super::leaks::{self, Secret};
use super::phonepe::BookedHold;
use super::window::Window;
use super::world::{World, told};

impl World {
    /// Closes the till and examines what it left behind: its books against PhonePe's, its chain, its secrets,
    /// and the form of every request.
    pub(crate) async fn close_and_examine(&self, window: Window) {
        window.close().await;
        self.examine().await;
    }

    pub(crate) async fn examine(&self) {
        let violations = self.phonepe.violations().await;
        assert!(violations.is_empty(), "against PhonePe's pages: {violations:?}");
        self.books_agree().await;
        let verified = self.admin(&["verify"], "");
        assert!(verified.status.success(), "verify: {}", told(&verified));
        self.export_everything();
        self.nothing_leaked().await;
    }

    /// Every form of every export, left among the user's files for the byte search.
    fn export_everything(&self) {
        for (format, what) in [
            ("csv", "holds"),
            ("json", "holds"),
            ("csv", "events"),
            ("json", "events"),
            ("csv", "days"),
        ] {
            let file = self.folders.path().join(format!("{what}.{format}"));
            let path = file.display().to_string();
            let words = ["export", "--format", format, "--what", what, "--out", &path];
            let done = self.admin(&words, "");
            assert!(done.status.success(), "export: {}", told(&done));
            let is_written = std::fs::metadata(&file).is_ok_and(|file| file.len() > 0);
            assert!(is_written, "{what} as {format}");
        }
    }

    /// Each hold at PhonePe stands in the export, as it ended there, and no other is claimed to be blocked or paid.
    pub(crate) async fn books_agree(&self) {
        let exported = self.exported_holds();
        let booked = self.phonepe.holds().await;
        for hold in &booked {
            let ours = exported
                .iter()
                .find(|row| row["our_ref"] == hold.transaction_id.as_str())
                .unwrap_or_else(|| panic!("{} is not in the export", hold.transaction_id));
            agree(ours, hold);
        }
        for row in &exported {
            let known = booked
                .iter()
                .any(|hold| row["our_ref"] == hold.transaction_id.as_str());
            let claims = ["Held", "Paid", "CaptureAccepted", "Released"];
            assert!(
                known || !claims.iter().any(|state| row["state"] == *state),
                "PhonePe knows nothing of {row}"
            );
        }
    }

    pub(crate) fn exported_holds(&self) -> Vec<Value> {
        let file = self.folders.path().join("exported-holds.json");
        let path = file.display().to_string();
        let words = ["export", "--format", "json", "--what", "holds", "--out", &path];
        let done = self.admin(&words, "");
        assert!(done.status.success(), "export: {}", told(&done));
        let text = std::fs::read_to_string(&file).expect("the export is a file");
        std::fs::remove_file(&file).expect("the export is ours");
        serde_json::from_str(&text).expect("the export is a JSON array")
    }

    async fn nothing_leaked(&self) {
        let mut secrets = leaks::told_in_confidence(&self.phonepe).await;
        let counts = self.phonepe.counts().await;
        for (call, what) in [
            ("otp_send", "a full mobile number"),
            ("otp_verify", "an OTP"),
            ("wallet_balance", "a customer's token"),
        ] {
            let was_told = secrets.iter().any(|secret| secret.what == what);
            assert!(
                was_told || !counts.contains_key(call),
                "{what} was told, so it is searched for"
            );
        }
        secrets.push(Secret::new("the salt key", &self.salt_key));
        self.leaks_nothing(&secrets);
    }

    /// Nothing of it stands in any file of this user: books, settings, logs, what programs printed, the web
    /// view's own stores, or the keyring's encrypted file.
    pub(crate) fn leaks_nothing(&self, secrets: &[Secret]) {
        let logs = self.folders.home().join("logs");
        let is_log = |log: &std::path::PathBuf| std::fs::metadata(log).is_ok_and(|log| log.len() > 0);
        let has_log = leaks::files_under(&logs).iter().any(is_log);
        assert!(has_log, "there is a log to be searched in {}", logs.display());
        let found = leaks::search(self.folders.path(), secrets);
        assert!(found.is_empty(), "{}", found.join("\n"));
    }
}

fn agree(ours: &Value, hold: &BookedHold) {
    let expected = match (
        hold.state.as_str(),
        hold.payment_code.as_str(),
        hold.ending.as_deref(),
    ) {
        ("AUTHORIZED", ..) => &["Held"][..],
        ("COMPLETED", "PAYMENT_SUCCESS", _) => &["Paid"],
        ("COMPLETED", ..) => &["NotPaid"],
        ("CREATED", ..) => &["CaptureAccepted"],
        ("CANCELLED", _, Some("cancelled")) => &["Released"],
        ("CANCELLED", ..) => &["Expired"],
        other => panic!("a state that the simulator does not have: {other:?}"),
    };
    let state = ours["state"].as_str().unwrap_or_default();
    assert!(expected.contains(&state), "{ours} against {hold:?}");
    assert_eq!(ours["held_paise"], hold.authorized_paise, "{ours}");
    if state == "Paid" {
        assert_eq!(ours["captured_paise"].as_i64(), hold.captured_paise, "{ours}");
        let captured = hold.captured_paise.unwrap_or(0);
        let released = ours["released_paise"].as_i64().unwrap_or(0);
        assert_eq!(released, hold.authorized_paise - captured, "{ours}");
        assert!(ours["paid_at"].is_string(), "{ours}");
        assert_eq!(
            ours["provider_ref"].as_str(),
            hold.provider_reference.as_deref(),
            "{ours}"
        );
    } else {
        assert!(ours["paid_at"].is_null(), "{ours}");
    }
    if state == "Released" {
        assert_eq!(ours["released_paise"], hold.authorized_paise, "{ours}");
    }
}
