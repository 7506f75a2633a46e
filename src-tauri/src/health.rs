//! How the till is: what the engine knows, and what the machine says.

use crate::engine::Running;
use crate::log;
use contract::{ErrorCode, HealthView, UiError};
use std::sync::Arc;
use till::{Clock, MachineHealth, health_view};

/// # Errors
/// [`ErrorCode::TillLocked`]; [`ErrorCode::Stopped`].
pub async fn look(running: Arc<Running>) -> Result<HealthView, UiError> {
    running.signed_in()?;
    let engine = running.till.health().await.ok_or(ErrorCode::Stopped)?;
    let machine = tokio::task::spawn_blocking(move || machine(&running))
        .await
        .map_err(|_| ErrorCode::Stopped)?;
    Ok(health_view(&engine, &machine))
}

/// A disk that hangs must not hang the window: this is called beside it.
fn machine(running: &Running) -> MachineHealth {
    MachineHealth {
        now_ms: running.clock.now().wall_ms,
        up_ms: running.clock.up_ms(),
        footprint: running.home.footprint(running.profile),
        lost_log_lines: log::lost_lines(),
    }
}
