//! What an HTTP client is told when something cannot be done: a stable code, never prose and never
//! our insides. The words are `error-<code>` in the catalogues.

use crate::rooms::Trouble;
use crate::sessions::SessionFault;
use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use roundtable_core::refusal::Refusal;
use roundtable_store::StoreError;
use serde_json::json;
use std::any::Any;

/// Why a request was not done.
#[derive(Debug)]
pub enum ApiError {
    /// Unknown, used, expired and revoked alike: a stale link tells nothing about the room.
    InvitationUnknown,
    /// Taking part needs the consent to it.
    ConsentMissing,
    /// No seat for this cookie.
    SeatUnknown,
    /// No such stream: connect again.
    StreamUnknown,
    /// The ticket is not good.
    TicketUnknown,
    /// The first frame of a stream was no hello of this protocol.
    BadHello,
    /// Not from our own pages.
    WrongOrigin,
    /// Too much at once.
    TooFast,
    /// A rule said no.
    Refused(Refusal),
    /// Try again in a moment.
    Busy,
    /// Our fault.
    Fault,
}

impl ApiError {
    const fn parts(&self) -> (StatusCode, &'static str) {
        match self {
            Self::InvitationUnknown => (StatusCode::NOT_FOUND, "invitation_unknown"),
            Self::ConsentMissing => (StatusCode::UNPROCESSABLE_ENTITY, "consent_missing"),
            Self::SeatUnknown => (StatusCode::UNAUTHORIZED, "seat_unknown"),
            Self::StreamUnknown => (StatusCode::NOT_FOUND, "stream_unknown"),
            Self::TicketUnknown => (StatusCode::UNAUTHORIZED, "ticket_unknown"),
            Self::BadHello => (StatusCode::BAD_REQUEST, "bad_hello"),
            Self::WrongOrigin => (StatusCode::FORBIDDEN, "wrong_origin"),
            Self::TooFast => (StatusCode::TOO_MANY_REQUESTS, "too_fast"),
            Self::Refused(_) => (StatusCode::CONFLICT, "refused"),
            Self::Busy => (StatusCode::SERVICE_UNAVAILABLE, "busy"),
            Self::Fault => (StatusCode::INTERNAL_SERVER_ERROR, "fault"),
        }
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let (status, code) = self.parts();
        let body = match self {
            Self::Refused(refusal) => json!(refusal),
            Self::InvitationUnknown
            | Self::ConsentMissing
            | Self::SeatUnknown
            | Self::StreamUnknown
            | Self::TicketUnknown
            | Self::BadHello
            | Self::WrongOrigin
            | Self::TooFast
            | Self::Busy
            | Self::Fault => json!({ "code": code }),
        };
        (status, Json(body)).into_response()
    }
}

impl From<Trouble> for ApiError {
    fn from(trouble: Trouble) -> Self {
        match trouble {
            Trouble::Busy => Self::Busy,
            Trouble::NoSuchRoom | Trouble::Refused(Refusal::NoSuchSeat) => Self::SeatUnknown,
            Trouble::Refused(refusal) => Self::Refused(refusal),
            Trouble::Fault => Self::Fault,
        }
    }
}

impl From<StoreError> for ApiError {
    fn from(error: StoreError) -> Self {
        tracing::error!(error = %error, "a request failed in the store");
        Self::Fault
    }
}

impl From<SessionFault> for ApiError {
    fn from(fault: SessionFault) -> Self {
        match fault {
            SessionFault::Store(error) => error.into(),
            SessionFault::Room(trouble) => trouble.into(),
            SessionFault::NoTemplate(_) | SessionFault::Keys(_) => Self::Fault,
        }
    }
}

/// A handler panicked: the log has the place, the client a code.
pub fn panicked(_: Box<dyn Any + Send + 'static>) -> Response {
    tracing::error!("a handler panicked");
    ApiError::Fault.into_response()
}
