use std::time::Duration;

/// What a bench found: medians of ours and of the floor.
pub struct Measured {
    ours: f64,
    floor: f64,
    unit: &'static str,
    n: usize,
}

impl Measured {
    /// Of pairs that were taken in turns. Ours and floor of one round are neighbours in time, so whatever else the
    /// machine did fell on both.
    pub fn of_times(pairs: &[(Duration, Duration)], per_sample: u32) -> Measured {
        let micros = |time: Duration| time.as_secs_f64() * 1e6 / f64::from(per_sample);
        Measured {
            ours: median(pairs.iter().map(|(ours, _)| micros(*ours))),
            floor: median(pairs.iter().map(|(_, floor)| micros(*floor))),
            unit: "us",
            n: pairs.len(),
        }
    }

    /// Of pairs of rates: more is better, so the ratio is the share of the floor's speed that is left.
    pub fn of_rates(pairs: &[(f64, f64)], unit: &'static str) -> Measured {
        Measured {
            ours: median(pairs.iter().map(|(ours, _)| *ours)),
            floor: median(pairs.iter().map(|(_, floor)| *floor)),
            unit,
            n: pairs.len(),
        }
    }

    pub fn of_kib(pairs: &[(u64, u64)]) -> Measured {
        let kib = |count: u64| count as f64;
        Measured {
            ours: median(pairs.iter().map(|(ours, _)| kib(*ours))),
            floor: median(pairs.iter().map(|(_, floor)| kib(*floor))),
            unit: "KiB",
            n: pairs.len(),
        }
    }

    /// The line that a program reads.
    pub fn line(&self, name: &str) -> String {
        format!(
            "{{\"bench\":\"{name}\",\"ratio\":{:.3},\"ours\":{:.2},\"floor\":{:.2},\"unit\":\"{}\",\"n\":{}}}",
            self.ours / self.floor,
            self.ours,
            self.floor,
            self.unit,
            self.n
        )
    }
}

/// The one that so many percent are no longer than.
pub fn nth(all: &[f64], percent: usize) -> f64 {
    let mut sorted = all.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted[(sorted.len() * percent / 100).min(sorted.len() - 1)]
}

fn median(of: impl Iterator<Item = f64>) -> f64 {
    let mut of: Vec<f64> = of.collect();
    of.sort_by(f64::total_cmp);
    of[of.len() / 2]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_says_medians_and_their_ratio() {
        let pair = |ours, floor| (Duration::from_micros(ours), Duration::from_micros(floor));
        let measured = Measured::of_times(&[pair(90, 10), pair(30, 20), pair(10, 90)], 10);
        use serde_json::json;
        let line: serde_json::Value = serde_json::from_str(&measured.line("sign")).unwrap();
        let right = json!({"bench": "sign", "ratio": 1.5, "ours": 3.0, "floor": 2.0, "unit": "us", "n": 3});
        assert_eq!(line, right);
    }
}
