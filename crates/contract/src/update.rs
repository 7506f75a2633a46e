use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is chosen about newer versions of the program.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(default)]
pub struct UpdatePreferences {
    /// This machine's own package lists are asked once a day. Nobody on the network is.
    pub ask: bool,
    /// The version whose notice somebody has put away; a newer one is told again.
    pub put_away: Option<String>,
}

/// Another version of the program than the one that runs. Told between shifts only, in front of no sale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct UpdateView {
    /// As the package has it.
    pub version: String,
    /// It was installed already and begins at the next start; otherwise it waits to be installed.
    pub is_installed: bool,
}
