//! The web front end, built once and embedded.
//!
//! `/`, `/join` and `/s/{handle}` are one page that reads its own path. Files under `assets/` carry
//! their content's hash in their name and are kept for ever; the others are asked about every
//! time. Compressed forms are made when first asked for and kept. Without a front end a plain page
//! says how to build one. To add a page of the app: a line in [`Assets::router`].

mod compress;

use crate::headers::{IMMUTABLE, NO_STORE, REVALIDATE};
use axum::Router;
use axum::extract::State;
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use bytes::Bytes;
use compress::{Compressed, Encoding};
use rust_embed::{EmbeddedFile, RustEmbed};
use std::sync::Arc;

#[derive(RustEmbed)]
#[folder = "../../web/dist"]
#[allow_missing = true]
struct Dist;

const INDEX: &str = "index.html";

const PLACEHOLDER: &str = "<!doctype html>
<html lang=\"en\">
<meta charset=\"utf-8\">
<title>Roundtable</title>
<h1>The server runs. Its pages are not built yet.</h1>
<p>Install Node 20.19 or newer and start again: <code>cargo run</code> builds them.</p>
<p>By hand: <code>npm ci &amp;&amp; npm run build</code> in the folder <code>web</code>.</p>
</html>
";

/// The front end's files and their compressed forms.
#[derive(Clone, Default)]
pub struct Assets {
    compressed: Arc<Compressed>,
}

impl Assets {
    /// Nothing is compressed yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Is there a front end, or only the page that says how to build one?
    pub fn is_built() -> bool {
        Dist::get(INDEX).is_some()
    }

    /// The pages and files. Merge it last: everything unknown ends here as 404.
    pub fn router<S: Clone + Send + Sync + 'static>(self) -> Router<S> {
        Router::new()
            .route("/", get(page))
            .route("/join", get(page))
            .route("/s/{handle}", get(page))
            .fallback_service(get(file).with_state(self.clone()))
            .with_state(self)
    }

    async fn answer(&self, path: &str, asked: &HeaderMap) -> Option<Response> {
        let file = Dist::get(path)?;
        let encoding =
            if is_compressible(path) { Encoding::choose(asked) } else { Encoding::Identity };
        let tag = etag(&file, encoding);
        let mut headers = headers(path, encoding, &tag);
        if path != INDEX && asked.get(IF_NONE_MATCH) == Some(&tag) {
            return Some((StatusCode::NOT_MODIFIED, headers).into_response());
        }
        let hash = file.metadata.sha256_hash();
        let body = Bytes::from(file.data.into_owned());
        let body = self.compressed.get(path, hash, encoding, body).await;
        let kind = HeaderValue::from_static(content_type(path));
        headers.insert(CONTENT_TYPE, kind);
        Some((headers, body).into_response())
    }
}

impl std::fmt::Debug for Assets {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Assets(..)")
    }
}

async fn page(State(assets): State<Assets>, asked: HeaderMap) -> Response {
    let built = assets.answer(INDEX, &asked).await;
    built.unwrap_or_else(|| {
        let kind = (CONTENT_TYPE, HeaderValue::from_static(content_type(INDEX)));
        (StatusCode::SERVICE_UNAVAILABLE, [kind], PLACEHOLDER).into_response()
    })
}

async fn file(State(assets): State<Assets>, uri: Uri, asked: HeaderMap) -> Response {
    let path = uri.path().trim_start_matches('/');
    // The page has its own addresses, and hidden files none.
    if path == INDEX || path.split('/').any(|part| part.starts_with('.')) {
        return StatusCode::NOT_FOUND.into_response();
    }
    assets.answer(path, &asked).await.unwrap_or_else(|| StatusCode::NOT_FOUND.into_response())
}

fn headers(path: &str, encoding: Encoding, tag: &HeaderValue) -> HeaderMap {
    let mut headers = HeaderMap::new();
    let caching = match path {
        INDEX => NO_STORE,
        path if path.starts_with("assets/") => IMMUTABLE,
        _ => REVALIDATE,
    };
    headers.insert(CACHE_CONTROL, caching);
    if path != INDEX {
        headers.insert(ETAG, tag.clone());
    }
    if is_compressible(path) {
        headers.insert(VARY, HeaderValue::from_name(ACCEPT_ENCODING));
    }
    if let Some(name) = encoding.name() {
        headers.insert(CONTENT_ENCODING, HeaderValue::from_static(name));
    }
    headers
}

/// Another form is another representation, and has a tag of its own.
fn etag(file: &EmbeddedFile, encoding: Encoding) -> HeaderValue {
    let hash = hex::encode(&file.metadata.sha256_hash()[..12]);
    let form = encoding.name().unwrap_or("id");
    HeaderValue::from_str(&format!("\"{hash}-{form}\"")).unwrap_or(HeaderValue::from_static("\"\""))
}

fn extension(path: &str) -> &str {
    path.rsplit_once('.').map_or("", |(_, extension)| extension)
}

fn content_type(path: &str) -> &'static str {
    match extension(path) {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" | "ftl" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// Fonts and pictures are compressed already.
fn is_compressible(path: &str) -> bool {
    matches!(
        extension(path),
        "html" | "js" | "css" | "json" | "webmanifest" | "svg" | "txt" | "ftl"
    )
}

#[cfg(test)]
mod tests;
