//! How fast companions read and write.

use std::time::Duration;

/// The pace of a rehearsal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Pace {
    /// As slow as people, so that people can take part.
    Human,
    /// Without delays: waits only for what must happen.
    Fast,
}

impl Pace {
    /// Before somebody sends a text: thinking and typing.
    pub async fn typing(self, text: &str) {
        let letters = u64::try_from(text.chars().count()).unwrap_or(u64::MAX);
        self.rest(Duration::from_millis(letters.saturating_mul(50).clamp(2_500, 12_000))).await;
    }

    /// Before somebody presses a button: reading.
    pub async fn reading(self) {
        self.rest(Duration::from_millis(2_500)).await;
    }

    async fn rest(self, time: Duration) {
        if self == Self::Human {
            tokio::time::sleep(time).await;
        }
    }

    /// How long something is left to a person before a companion does it.
    pub const fn patience_with_people(self) -> Duration {
        match self {
            Self::Human => Duration::from_mins(1),
            Self::Fast => Duration::from_secs(2),
        }
    }
}
