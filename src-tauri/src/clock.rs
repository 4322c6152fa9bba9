//! The one place that reads the clock. Beijing time always: the Measures count days there, whatever the computer's zone says.

use chrono::{DateTime, FixedOffset, TimeDelta, Utc};

/// Tells the time, in +08:00, cut to whole milliseconds (what the journal stores).
#[derive(Clone, Copy, Debug, Default)]
pub struct Clock {
    ahead: TimeDelta,
}

impl Clock {
    /// The computer's clock.
    pub fn real() -> Clock {
        Clock::default()
    }

    /// A clock that stands at `start` now and runs on from there; for tests, walks and the host under `tests/`.
    pub fn starting_at(start: DateTime<FixedOffset>) -> Clock {
        Clock { ahead: start.to_utc() - Utc::now() }
    }

    /// What `LUNSHEN_NOW` asks for (RFC 3339), otherwise the computer's clock. A release build never looks at the
    /// variable: a committee's dates must not depend on who started the program.
    pub fn from_environment() -> Clock {
        if cfg!(debug_assertions)
            && let Ok(text) = std::env::var("LUNSHEN_NOW")
        {
            match DateTime::parse_from_rfc3339(&text) {
                Ok(start) => return Clock::starting_at(start),
                Err(error) => {
                    eprintln!("LUNSHEN_NOW={text} is not a time like 2026-03-20T09:00:00+08:00 ({error}); the computer's clock is used.")
                }
            }
        }
        Clock::real()
    }

    pub fn now(&self) -> DateTime<FixedOffset> {
        let now = Utc::now() + self.ahead;
        let whole = DateTime::from_timestamp_millis(now.timestamp_millis()).unwrap_or(now);
        whole.with_timezone(&beijing())
    }
}

fn beijing() -> FixedOffset {
    FixedOffset::east_opt(8 * 3600).expect("eight hours is within a day")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_started_clock_runs_on_in_beijing_time() {
        let start = DateTime::parse_from_rfc3339("2026-03-19T20:30:00Z").unwrap();
        let clock = Clock::starting_at(start);
        let first = clock.now();
        assert_eq!(first.date_naive().to_string(), "2026-03-20", "half past four in the morning in Beijing is already the next day");
        assert!(
            first >= start - TimeDelta::milliseconds(1) && first - start < TimeDelta::seconds(5),
            "it starts where it was told: {first}"
        );
        std::thread::sleep(std::time::Duration::from_millis(15));
        assert!(clock.now() > first, "it runs on");
    }
}
