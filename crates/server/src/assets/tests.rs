use super::*;
use axum::body::{Body, to_bytes};
use axum::http::Request;
use tower::Service;

async fn get_with(
    path: &str,
    headers: &[(axum::http::HeaderName, &str)],
) -> (StatusCode, HeaderMap, Bytes) {
    let mut request = Request::get(path);
    for (name, value) in headers {
        request = request.header(name, *value);
    }
    let mut router: Router<()> = Assets::new().router();
    let answer = router.call(request.body(Body::empty()).unwrap()).await.unwrap();
    let (parts, body) = answer.into_parts();
    (parts.status, parts.headers, to_bytes(body, usize::MAX).await.unwrap())
}

/// A file of the built front end with this ending, when it is built.
fn some_file(ending: &str) -> Option<String> {
    Dist::iter().map(std::borrow::Cow::into_owned).find(|name| name.ends_with(ending))
}

#[tokio::test]
async fn every_address_of_the_app_is_the_same_page_or_says_how_to_build_it() {
    let (status, headers, first) = get_with("/", &[]).await;
    let expected =
        if Assets::is_built() { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    assert_eq!(status, expected);
    assert_eq!(headers[CONTENT_TYPE], "text/html; charset=utf-8");
    for path in ["/join", "/s/00112233aabbccdd"] {
        assert_eq!(get_with(path, &[]).await.2, first, "{path}");
    }
    assert!(PLACEHOLDER.contains("npm run build") && !PLACEHOLDER.contains("style"));
}

#[tokio::test]
async fn the_page_is_never_kept() {
    let (_, headers, _) = get_with("/", &[(IF_NONE_MATCH, "\"x\"")]).await;
    let kept = headers.get(CACHE_CONTROL).cloned().unwrap_or(NO_STORE);
    assert_eq!(kept, NO_STORE);
    assert!(headers.get(ETAG).is_none());
}

#[tokio::test]
async fn nothing_outside_the_front_end_is_served() {
    for path in [
        "/index.html",
        "/nothing.js",
        "/assets/",
        "/.env",
        "/assets/../../../Cargo.toml",
        "/..%2f..%2fCargo.toml",
        "/%2e%2e/%2e%2e/Cargo.toml",
        "/s/a/b",
        "//etc/passwd",
        "/api/nothing",
    ] {
        assert_eq!(get_with(path, &[]).await.0, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn a_hashed_file_is_kept_for_ever_and_sent_small() {
    let Some(name) = some_file(".js") else { return };
    let path = format!("/{name}");
    let (_, plain_headers, plain) = get_with(&path, &[]).await;
    let (status, headers, small) = get_with(&path, &[(ACCEPT_ENCODING, "gzip, br")]).await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(headers[CACHE_CONTROL], IMMUTABLE);
    assert_eq!(headers[CONTENT_ENCODING], "br");
    assert_eq!(headers[VARY], "accept-encoding");
    assert!(small.len() * 2 < plain.len(), "{} of {}", small.len(), plain.len());
    assert_ne!(headers[ETAG], plain_headers[ETAG], "another form has another tag");
}

#[tokio::test]
async fn what_the_browser_has_is_not_sent_again() {
    let Some(name) = some_file(".svg").or_else(|| some_file(".css")) else { return };
    let path = format!("/{name}");
    let tag = get_with(&path, &[]).await.1[ETAG].clone();
    let (status, headers, body) = get_with(&path, &[(IF_NONE_MATCH, tag.to_str().unwrap())]).await;
    assert_eq!((status, body.len()), (StatusCode::NOT_MODIFIED, 0));
    assert_eq!(headers[ETAG], tag);
    let (status, _, _) = get_with(&path, &[(IF_NONE_MATCH, "\"other\"")]).await;
    assert_eq!(status, StatusCode::OK);
}

#[test]
fn every_file_of_the_front_end_has_a_type() {
    for name in Dist::iter() {
        assert_ne!(content_type(&name), "application/octet-stream", "{name}");
    }
    assert!(!is_compressible("assets/latin-400.woff2"));
}
