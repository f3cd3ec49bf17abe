//! From an invitation's link to a seat, and from a seat to one-time tickets.

use crate::http;
use anyhow::{Context, Result};
use roundtable_core::id::SeatNo;
use roundtable_core::roles::Role;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::str::FromStr;

/// What `roundtable practice --json` prints: where the server is, and a link for each seat.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Invitation {
    /// The public origin.
    pub url: String,
    /// The links.
    pub links: Links,
}

/// Links by role, in the order of the seats.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "each is the role of its name")]
pub struct Links {
    pub facilitator: Vec<String>,
    pub participant: Vec<String>,
    pub interpreter: Vec<String>,
    pub observer: Vec<String>,
}

/// One link, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The origin that it leads to.
    pub origin: String,
    /// The code in its fragment.
    pub code: String,
}

impl FromStr for Link {
    type Err = anyhow::Error;

    fn from_str(link: &str) -> Result<Self> {
        let (origin, code) =
            link.split_once("/join#").context("an invitation link has /join# in it")?;
        Ok(Self { origin: origin.to_owned(), code: code.to_owned() })
    }
}

impl Link {
    /// Looks at the invitation; this consumes nothing.
    pub async fn look(&self) -> Result<http::Answered> {
        http::post(&self.origin, "/api/invitations/look", None, &json!({ "code": self.code })).await
    }

    /// Tries to redeem it, and answers whatever the server answered.
    pub async fn try_redeem(&self) -> Result<http::Answered> {
        let body = json!({ "code": self.code, "consents": ["take_part"] });
        http::post(&self.origin, "/api/invitations/redeem", None, &body).await
    }

    /// Redeems it.
    pub async fn redeem(&self) -> Result<Seat> {
        Seat::of(&self.origin, self.try_redeem().await?)
    }
}

/// A seat on this device: the handle in the page's path, and the cookie that belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    /// Where the server is.
    pub origin: String,
    /// The random handle, which says nothing.
    pub handle: String,
    /// `name=value`, as it is sent back.
    pub cookie: String,
    /// The seat's number.
    pub seat: SeatNo,
    /// What the seat is for.
    pub role: Role,
}

impl Seat {
    /// Reads the answer to a redemption.
    pub fn of(origin: &str, answer: http::Answered) -> Result<Self> {
        let cookie = cookie(&answer.headers);
        let body = answer.expect_success("the invitation was not redeemed")?;
        Ok(Self {
            origin: origin.to_owned(),
            handle: text(&body, "handle")?,
            cookie: cookie.context("the server set no cookie")?,
            seat: serde_json::from_value(body["seat"].clone()).context("no seat number")?,
            role: serde_json::from_value(body["role"].clone()).context("no role")?,
        })
    }

    /// The same seat on a server that came back at another address.
    #[must_use]
    pub fn at(&self, origin: &str) -> Self {
        Self { origin: origin.to_owned(), ..self.clone() }
    }

    /// The path of one of the seat's own resources.
    pub fn path(&self, rest: &str) -> String {
        format!("/api/seats/{}{rest}", self.handle)
    }

    /// Draws a one-time ticket.
    pub async fn ticket(&self) -> Result<String> {
        let answer =
            http::post(&self.origin, &self.path("/ticket"), Some(&self.cookie), &json!({})).await?;
        text(&answer.expect_success("no ticket")?, "ticket")
    }

    /// Downloads the record.
    pub async fn record(&self) -> Result<http::Answered> {
        http::get(&self.origin, &self.path("/record"), Some(&self.cookie)).await
    }
}

fn text(body: &Value, field: &str) -> Result<String> {
    Ok(body[field].as_str().with_context(|| format!("the answer has no {field}"))?.to_owned())
}

fn cookie(headers: &hyper::HeaderMap) -> Option<String> {
    let set = headers.get(hyper::header::SET_COOKIE)?.to_str().ok()?;
    Some(set.split(';').next()?.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_taken_apart_at_its_fragment() {
        let link: Link = "http://127.0.0.1:7000/join#c0de".parse().unwrap();
        assert_eq!(
            link,
            Link { origin: "http://127.0.0.1:7000".to_owned(), code: "c0de".to_owned() }
        );
        assert!("http://127.0.0.1:7000/".parse::<Link>().is_err());
    }

    #[test]
    fn roles_without_links_are_empty() {
        let invitation: Invitation =
            serde_json::from_str(r#"{"url":"http://h","links":{"facilitator":["l"]}}"#).unwrap();
        assert_eq!(invitation.links.facilitator, ["l"]);
        assert!(invitation.links.observer.is_empty());
    }
}
