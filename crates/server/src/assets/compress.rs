//! Compressed forms of files, made when first asked for and kept while the file stays the same.

use axum::body::{Body, to_bytes};
use axum::http::header::ACCEPT_ENCODING;
use axum::http::{HeaderMap, Request};
use axum::routing::get;
use bytes::Bytes;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use tower::Service;
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;

/// How a body is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Encoding {
    Brotli,
    Gzip,
    Identity,
}

impl Encoding {
    /// The smallest form that the browser takes.
    pub(super) fn choose(asked: &HeaderMap) -> Self {
        let takes = |name: &str| {
            let lines = asked.get_all(ACCEPT_ENCODING).iter().filter_map(|line| line.to_str().ok());
            lines.flat_map(|line| line.split(',')).any(|one| is_taken(one, name))
        };
        [Self::Brotli, Self::Gzip]
            .into_iter()
            .find(|e| e.name().is_some_and(takes))
            .unwrap_or(Self::Identity)
    }

    pub(super) const fn name(self) -> Option<&'static str> {
        match self {
            Self::Brotli => Some("br"),
            Self::Gzip => Some("gzip"),
            Self::Identity => None,
        }
    }

    /// Brotli's last two steps would save six percent, for much more of the first visitor's time.
    const fn level(self) -> i32 {
        match self {
            Self::Brotli | Self::Gzip => 9,
            Self::Identity => 0,
        }
    }
}

/// `br`, `br;q=0.5`, but not `br;q=0`.
fn is_taken(one: &str, name: &str) -> bool {
    let mut parts = one.split(';').map(str::trim);
    let named = parts.next() == Some(name);
    let refused =
        parts.any(|part| part.strip_prefix("q=").is_some_and(|q| q.parse() == Ok(0.0_f32)));
    named && !refused
}

/// What was compressed so far: at most two forms of each file of the front end.
#[derive(Default)]
pub(super) struct Compressed(Mutex<HashMap<(String, Encoding), Form>>);

struct Form {
    /// Of the file it was made from.
    hash: [u8; 32],
    body: Bytes,
}

impl Compressed {
    /// The body in this form.
    pub(super) async fn get(
        &self,
        path: &str,
        hash: [u8; 32],
        encoding: Encoding,
        body: Bytes,
    ) -> Bytes {
        if encoding == Encoding::Identity {
            return body;
        }
        let key = (path.to_owned(), encoding);
        if let Some(form) = self.lock().get(&key).filter(|form| form.hash == hash) {
            return form.body.clone();
        }
        let made = compress(encoding, body).await;
        self.lock().insert(key, Form { hash, body: made.clone() });
        made
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<(String, Encoding), Form>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Lets the middleware that would compress an answer compress one.
async fn compress(encoding: Encoding, body: Bytes) -> Bytes {
    let level = CompressionLevel::Precise(encoding.level());
    let layer = CompressionLayer::new()
        .quality(level)
        .compress_when(tower_http::compression::predicate::SizeAbove::new(0));
    let mut service = axum::Router::new().route("/", get(async || body)).layer(layer);
    let mut request = Request::new(Body::empty());
    let name = axum::http::HeaderValue::from_static(encoding.name().unwrap_or("identity"));
    request.headers_mut().insert(ACCEPT_ENCODING, name);
    let Ok(answer) = service.call(request).await;
    // A body in memory cannot fail, and it was bounded when it was embedded.
    to_bytes(answer.into_body(), usize::MAX).await.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(sent: &str) -> Encoding {
        Encoding::choose(&[(ACCEPT_ENCODING, sent.parse().unwrap())].into_iter().collect())
    }

    #[test]
    fn the_smallest_form_that_is_taken_is_sent() {
        assert_eq!(chosen("gzip, deflate, br, zstd"), Encoding::Brotli);
        assert_eq!(chosen("br;q=0, gzip;q=0.5"), Encoding::Gzip);
        assert_eq!(chosen("br;q=0.000"), Encoding::Identity);
        assert_eq!(chosen("brotli"), Encoding::Identity);
        assert_eq!(Encoding::choose(&HeaderMap::new()), Encoding::Identity);
    }

    #[tokio::test]
    async fn a_form_is_smaller_and_made_once_until_the_file_changes() {
        let compressed = Compressed::default();
        let text = Bytes::from("I hear you. ".repeat(1_000));
        for encoding in [Encoding::Brotli, Encoding::Gzip] {
            let form = compressed.get("a.js", [1; 32], encoding, text.clone()).await;
            assert!(form.len() < 200, "{} bytes", form.len());
            let kept = compressed.get("a.js", [1; 32], encoding, Bytes::from("never read")).await;
            assert_eq!(kept, form);
            let changed = compressed.get("a.js", [2; 32], encoding, Bytes::from("other")).await;
            assert_ne!(changed, form);
        }
        assert_eq!(compressed.get("a.js", [1; 32], Encoding::Identity, text.clone()).await, text);
    }
}
