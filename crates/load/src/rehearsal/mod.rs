//! A rehearsal: companions take every link that is not left to people, and play the script.
//!
//! `cast` gives them their seats, `stage` plays step by step with the
//! `acts` of people, `opening` turns the keys and moves
//! the phases, `desk` decides what waits, `ending` counts and compares, `pace` makes them as slow
//! as people. Where people take part, nothing that they do otherwise than the script is an error;
//! where none does, everything unexpected is.

mod acts;
mod cast;
mod desk;
mod ending;
mod opening;
mod pace;
mod stage;

pub use cast::Leave;
pub use pace::Pace;

use crate::script::Script;
use crate::seat::Invitation;
use anyhow::Result;
use roundtable_core::language::Language;
use serde::Serialize;

/// How a rehearsal is played.
#[derive(Clone, Debug)]
pub struct Options {
    /// Links left to people.
    pub leave: Leave,
    /// How fast.
    pub pace: Pace,
    /// The language of the facilitators among the companions.
    pub language: Language,
}

/// What a rehearsal came to.
#[derive(Clone, Debug, Default, Serialize)]
#[expect(missing_docs, reason = "counts of what their names say")]
pub struct Summary {
    pub companions: usize,
    pub left_to_people: usize,
    pub messages: usize,
    pub withdrawn: usize,
    pub held: usize,
    pub returned: usize,
    pub heard: u32,
    pub pauses: usize,
    pub skipped: usize,
    pub seconds: u64,
}

/// Plays the session to its end.
pub async fn rehearse(invitation: &Invitation, options: &Options) -> Result<Summary> {
    let began = tokio::time::Instant::now();
    let script = Script::session()?;
    let mut stage = stage::Stage::set(invitation, options, &script).await?;
    stage.open().await?;
    for (index, part) in script.parts.iter().enumerate() {
        stage.begin_phase(index, part).await?;
        for step in &part.steps {
            stage.play(step).await?;
        }
        stage.end_of_part(index).await?;
    }
    stage.close().await?;
    let mut summary = stage.summary().await?;
    summary.seconds = began.elapsed().as_secs();
    Ok(summary)
}

/// Says to the people at the terminal what happens. The summary alone goes to standard output.
fn tell(line: &str) {
    eprintln!("{line}");
}
