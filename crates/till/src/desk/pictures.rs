use super::snake_name;
use contract::{AmountView, DayPictureView, HourPictureView, LatencyView, OutcomeView, PicturesView};
use domain::Paise;
use ledger::{LedgerError, Pictures, Reader};

pub(super) fn pictures_view(reader: &Reader, now_ms: i64) -> Result<PicturesView, LedgerError> {
    let Pictures {
        days,
        outcomes,
        hours,
        latency,
    } = reader.pictures(now_ms)?;
    Ok(PicturesView {
        days: days
            .iter()
            .map(|day| DayPictureView {
                begins_at_ms: day.begins_at_ms,
                held: amount(day.held_paise),
                captured: amount(day.captured_paise),
                released: amount(day.released_paise),
            })
            .collect(),
        outcomes: outcomes
            .into_iter()
            .filter(|(_, count)| *count != 0)
            .map(|(shelf, count)| OutcomeView {
                shelf: shelf.name().to_owned(),
                count,
            })
            .collect(),
        hours: (0..)
            .zip(&hours)
            .map(|(hour, told)| HourPictureView {
                hour,
                count: told.count,
                paid: amount(told.paid_paise),
            })
            .collect(),
        latency: latency
            .into_iter()
            .filter_map(|of| {
                Some(LatencyView {
                    call: snake_name(of.call)?,
                    count: of.count,
                    median_ms: of.median_ms,
                    p95_ms: of.p95_ms,
                    slowest_ms: of.slowest_ms,
                })
            })
            .collect(),
        radar: reader
            .cards(now_ms)?
            .radar_paise
            .into_iter()
            .map(amount)
            .collect(),
    })
}

fn amount(paise: i64) -> AmountView {
    AmountView {
        paise,
        text: Paise::new(paise).to_string(),
    }
}
