//! Who plays: companions for every link, less those left to people.

use super::tell;
use crate::client::Client;
use crate::script::{Script, Who};
use crate::seat::{Invitation, Link, Links};
use crate::wire::Way;
use anyhow::{Context, Result, bail};
use roundtable_core::language::Language;
use roundtable_core::roles::{Role, Stage};
use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;
use std::time::Duration;

/// A person may think for an hour.
const PATIENCE_WITH_PEOPLE: Duration = Duration::from_hours(1);

/// How many links of each role are left to people, such as `facilitator=1,participant=2`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Leave(BTreeMap<Role, usize>);

impl FromStr for Leave {
    type Err = anyhow::Error;

    fn from_str(text: &str) -> Result<Self> {
        let pairs = text.split(',').filter(|pair| !pair.is_empty());
        let counts = pairs.map(|pair| {
            let (role, count) =
                pair.split_once('=').with_context(|| format!("{pair}: role=number"))?;
            let role = match role {
                "facilitator" => Role::Facilitator,
                "participant" => Role::Participant,
                "interpreter" => Role::Interpreter,
                "observer" => Role::Observer,
                _ => bail!("{role}: facilitator, participant, interpreter or observer"),
            };
            Ok((role, count.parse().with_context(|| format!("{count} is no number"))?))
        });
        Ok(Self(counts.collect::<Result<_>>()?))
    }
}

/// The companions by their place, and the places of people.
#[derive(Debug)]
pub(super) struct Cast {
    pub(super) companions: BTreeMap<Who, Client>,
    pub(super) languages: BTreeMap<Who, Language>,
    pub(super) people: BTreeSet<Who>,
}

impl Cast {
    /// Gives every companion her seat and her name. The first links of a role are people's.
    pub(super) async fn gather(
        invitation: &Invitation,
        leave: &Leave,
        language: Language,
        script: &Script,
    ) -> Result<Self> {
        let mut cast = Self {
            companions: BTreeMap::new(),
            languages: BTreeMap::new(),
            people: BTreeSet::new(),
        };
        for (who, link) in places(&invitation.links) {
            if who.number <= leave.0.get(&who.role).copied().unwrap_or(0) {
                tell(&format!("{who} is left to a person: {link}"));
                cast.people.insert(who);
            } else {
                cast.join(who, link, language, script).await?;
            }
        }
        if cast.companions.is_empty() {
            bail!("every link is left to people: there is nobody to rehearse with");
        }
        cast.be_patient();
        Ok(cast)
    }

    async fn join(
        &mut self,
        who: Who,
        link: &str,
        language: Language,
        script: &Script,
    ) -> Result<()> {
        let member = script.member(who);
        let language = member.language.unwrap_or(language);
        let seat =
            link.parse::<Link>()?.redeem().await.with_context(|| format!("the link of {who}"))?;
        if seat.role != who.role {
            bail!("the link of {who} gave a seat as {:?}", seat.role);
        }
        let mut client = Client::connect(seat, Way::Socket).await?;
        if client.view().stage != Stage::Waiting {
            bail!("this session has begun already: start the practice again with --fresh");
        }
        client.introduce(&member.name, who.belonging(), language).await?;
        tell(&format!("{who} is here as {}", member.name));
        self.companions.insert(who, client);
        self.languages.insert(who, language);
        Ok(())
    }

    fn be_patient(&mut self) {
        if !self.people.is_empty() {
            self.companions.values_mut().for_each(|client| client.patience = PATIENCE_WITH_PEOPLE);
        }
    }

    /// The places of companions who carry a key.
    pub(super) fn facilitators(&self) -> Vec<Who> {
        self.companions.keys().filter(|who| who.role == Role::Facilitator).copied().collect()
    }

    /// Does a person carry a key?
    pub(super) fn person_facilitates(&self) -> bool {
        self.people.iter().any(|who| who.role == Role::Facilitator)
    }
}

fn places(links: &Links) -> impl Iterator<Item = (Who, &str)> {
    let roles = [
        (Role::Facilitator, &links.facilitator),
        (Role::Participant, &links.participant),
        (Role::Interpreter, &links.interpreter),
        (Role::Observer, &links.observer),
    ];
    roles.into_iter().flat_map(|(role, links)| {
        let numbered = links.iter().enumerate();
        numbered.map(move |(index, link)| (Who { role, number: index + 1 }, link.as_str()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_to_people_reads_as_role_and_number() {
        let leave: Leave = "facilitator=1,participant=2".parse().unwrap();
        assert_eq!(leave.0, BTreeMap::from([(Role::Facilitator, 1), (Role::Participant, 2)]));
        assert_eq!("".parse::<Leave>().unwrap(), Leave::default());
        assert!("chairman=1".parse::<Leave>().is_err());
        assert!("facilitator".parse::<Leave>().is_err());
    }
}
