//! What the screen says: P9.

use super::{Property, Violation};
use crate::world::World;
use contract::{NoticeCode, TillView};

impl World {
    /// A till that cannot write says so, and offers no money button.
    pub(crate) fn check_view(&self, view: Option<&TillView>) -> Result<(), Violation> {
        let Some(view) = view.filter(|_| self.disk.lock().failed) else {
            return Ok(());
        };
        let says_so = view
            .notice
            .as_ref()
            .is_some_and(|notice| notice.blocks && notice.code == NoticeCode::LedgerCannotWrite);
        if says_so && view.button.action_id.is_none() {
            return Ok(());
        }
        Err(self.violation(
            Property::P9,
            format!("the disk failed and the screen shows {:?}", view.notice),
        ))
    }
}
