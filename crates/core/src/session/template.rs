//! Agendas written by people, ready to use.

use super::{Kind, Mode, Phase, Screened, Settings, Writers};

/// The templates by name, for help texts and error messages.
pub const TEMPLATES: [&str; 2] = ["listening-circle", "practice"];

/// The settings of a template; `None` when there is no such template.
pub fn template(name: &str) -> Option<Settings> {
    match name {
        "practice" => Some(practice()),
        "listening-circle" => Some(listening_circle()),
        _ => None,
    }
}

/// Short, with every screening level once, for trying things out alone.
fn practice() -> Settings {
    Settings {
        practice: true,
        minimum_per_side: 1,
        ..session(
            "practice",
            vec![
                phase("welcome", 5, Writers::Facilitators, Screened::Open),
                phase("arriving", 10, Writers::Everyone, Screened::Open),
                phase("stories", 20, Writers::Everyone, Screened::Strict),
                phase("listening", 15, Writers::Everyone, Screened::Screened),
                phase("closing", 10, Writers::Everyone, Screened::Open),
            ],
        )
    }
}

/// Ninety minutes: arriving, stories that a facilitator reads first, what was heard, closing.
fn listening_circle() -> Settings {
    session(
        "listening-circle",
        vec![
            phase("welcome", 8, Writers::Facilitators, Screened::Open),
            phase("arriving", 15, Writers::Everyone, Screened::Screened),
            phase("stories", 35, Writers::Everyone, Screened::Strict),
            phase("listening", 20, Writers::Everyone, Screened::Screened),
            phase("closing", 12, Writers::Everyone, Screened::Screened),
        ],
    )
}

fn session(name: &str, agenda: Vec<Phase>) -> Settings {
    Settings {
        template: name.to_owned(),
        practice: false,
        sides: ["armenian".to_owned(), "azerbaijani".to_owned()],
        minimum_per_side: 3,
        rule_set: "none".to_owned(),
        agenda,
    }
}

fn phase(name: &str, minutes: u16, writers: Writers, screening: Screened) -> Phase {
    Phase {
        name: name.to_owned(),
        mode: Mode::Open,
        minutes,
        writers,
        kinds: Kind::ALL.to_vec(),
        screening,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Span;

    #[test]
    fn every_listed_template_exists_and_fits_in_ninety_minutes() {
        for name in TEMPLATES {
            let settings = template(name).unwrap();
            assert_eq!(settings.template, name);
            assert!(settings.length() <= Span::minutes(90), "{name}");
        }
        assert_eq!(template("debate"), None);
    }

    #[test]
    fn sides_stand_in_the_alphabetical_order_of_their_english_names() {
        for name in TEMPLATES {
            assert!(template(name).unwrap().sides.is_sorted());
        }
    }

    #[test]
    fn stories_are_always_read_first() {
        for name in TEMPLATES {
            let settings = template(name).unwrap();
            let stories = settings.agenda.iter().find(|phase| phase.name == "stories").unwrap();
            assert_eq!(stories.screening, Screened::Strict, "{name}");
        }
    }
}
