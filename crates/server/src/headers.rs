//! What every answer tells the browser: run only our own, tell nobody, keep nothing.
//!
//! To add a header: a line in [`SecurityHeaders::new`] and in the test that lists them all.

use crate::origin::Origin;
use axum::extract::{Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderName, HeaderValue, REFERRER_POLICY,
    STRICT_TRANSPORT_SECURITY, X_CONTENT_TYPE_OPTIONS, X_DNS_PREFETCH_CONTROL, X_FRAME_OPTIONS,
};
use axum::http::{HeaderMap, header::InvalidHeaderValue};
use axum::middleware::Next;
use axum::response::Response;
use std::sync::Arc;

/// For pages and the API, and whatever says nothing itself.
pub const NO_STORE: HeaderValue = HeaderValue::from_static("no-store");
/// For files whose name changes with their content.
pub const IMMUTABLE: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
/// For files that keep their name: asked about every time, sent when changed.
pub const REVALIDATE: HeaderValue = HeaderValue::from_static("no-cache");

const CLEAR_SITE_DATA: HeaderName = HeaderName::from_static("clear-site-data");

/// Two years, as preloading lists ask for; without subdomains, which are not ours.
const HSTS: &str = "max-age=63072000";

/// What no page of ours ever asks for.
const PERMISSIONS: &str = "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), clipboard-read=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), \
     idle-detection=(), local-fonts=(), magnetometer=(), microphone=(), midi=(), payment=(), \
     publickey-credentials-get=(), serial=(), usb=(), xr-spatial-tracking=()";

/// The headers of one origin, made once.
#[derive(Clone, Debug)]
pub struct SecurityHeaders(Arc<HeaderMap>);

impl SecurityHeaders {
    /// The headers for pages that are reached under `origin`.
    pub fn new(origin: &Origin) -> Result<Self, InvalidHeaderValue> {
        let mut headers = HeaderMap::new();
        let mut put = |name: HeaderName, value: &'static str| {
            headers.insert(name, HeaderValue::from_static(value));
        };
        put(REFERRER_POLICY, "no-referrer");
        put(X_CONTENT_TYPE_OPTIONS, "nosniff");
        put(X_FRAME_OPTIONS, "DENY");
        put(X_DNS_PREFETCH_CONTROL, "off");
        put(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
        put(HeaderName::from_static("cross-origin-embedder-policy"), "require-corp");
        put(HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
        put(HeaderName::from_static("permissions-policy"), PERMISSIONS);
        if origin.is_https() {
            put(STRICT_TRANSPORT_SECURITY, HSTS);
        }
        headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_str(&policy(origin))?);
        Ok(Self(Arc::new(headers)))
    }

    /// Adds them to an answer. What the answer says about caching stands; silence is `no-store`.
    pub fn apply(&self, answer: &mut HeaderMap) {
        for (name, value) in self.0.iter() {
            answer.insert(name, value.clone());
        }
        answer.entry(CACHE_CONTROL).or_insert(NO_STORE);
    }
}

/// The middleware: `axum::middleware::from_fn_with_state(headers, headers::secure)`.
pub async fn secure(
    State(headers): State<SecurityHeaders>,
    request: Request,
    next: Next,
) -> Response {
    let mut answer = next.run(request).await;
    headers.apply(answer.headers_mut());
    answer
}

/// For the answer that ends a seat on this device: the browser forgets what it kept for us, but
/// not its other seats, whose cookies stay.
pub fn clear_site_data() -> (HeaderName, HeaderValue) {
    (CLEAR_SITE_DATA, HeaderValue::from_static("\"cache\", \"storage\""))
}

/// Nothing from elsewhere, nothing inline, and text becomes markup in one audited place only.
fn policy(origin: &Origin) -> String {
    let websocket = origin.websocket();
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        &format!("connect-src 'self' {websocket}"),
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types lit-html",
    ]
    .join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::Router;
    use axum::body::Body;
    use axum::middleware::from_fn_with_state;
    use axum::routing::get;
    use tower::Service;

    fn headers(origin: &str) -> HeaderMap {
        let mut answer = HeaderMap::new();
        SecurityHeaders::new(&Origin::parse(origin).unwrap()).unwrap().apply(&mut answer);
        answer
    }

    fn value(headers: &HeaderMap, name: &str) -> String {
        headers.get(name).map(|v| v.to_str().unwrap().to_owned()).unwrap_or_default()
    }

    #[test]
    fn every_header_is_there() {
        let headers = headers("https://talk.example.org");
        let mut names: Vec<_> = headers.keys().map(HeaderName::as_str).collect();
        names.sort_unstable();
        let expected = [
            "cache-control",
            "content-security-policy",
            "cross-origin-embedder-policy",
            "cross-origin-opener-policy",
            "cross-origin-resource-policy",
            "permissions-policy",
            "referrer-policy",
            "strict-transport-security",
            "x-content-type-options",
            "x-dns-prefetch-control",
            "x-frame-options",
        ];
        assert_eq!(names, expected);
        assert_eq!(value(&headers, "cache-control"), "no-store");
    }

    #[test]
    fn the_policy_lets_nothing_in_from_elsewhere_and_nothing_inline() {
        let policy = value(&headers("https://talk.example.org"), "content-security-policy");
        assert!(policy.starts_with("default-src 'none'; script-src 'self';"));
        assert!(policy.contains("connect-src 'self' wss://talk.example.org;"));
        for never in ["unsafe", "data:", "blob:", "*", "http:", "https:"] {
            assert!(!policy.contains(never), "{never} in {policy}");
        }
        let local = value(&headers("http://127.0.0.1:8080"), "content-security-policy");
        assert!(local.contains("connect-src 'self' ws://127.0.0.1:8080;"));
    }

    #[test]
    fn only_https_promises_https() {
        assert!(headers("http://127.0.0.1:8080").get(STRICT_TRANSPORT_SECURITY).is_none());
        assert_eq!(value(&headers("https://a.example"), "strict-transport-security"), HSTS);
    }

    #[tokio::test]
    async fn an_answer_that_speaks_about_caching_keeps_its_word() {
        let secured = SecurityHeaders::new(&Origin::parse("https://a.example").unwrap()).unwrap();
        let mut router = Router::new()
            .route("/asset", get(|| async { ([(CACHE_CONTROL, IMMUTABLE)], "x") }))
            .route("/page", get(|| async { "x" }))
            .layer(from_fn_with_state(secured, secure));
        for (path, expected) in [("/asset", IMMUTABLE), ("/page", NO_STORE), ("/missing", NO_STORE)]
        {
            let request = axum::http::Request::get(path).body(Body::empty()).unwrap();
            let answer = router.call(request).await.unwrap();
            assert_eq!(answer.headers()[CACHE_CONTROL], expected, "{path}");
            assert_eq!(answer.headers()[X_FRAME_OPTIONS], "DENY");
        }
    }

    #[test]
    fn leaving_clears_what_the_browser_kept_but_not_the_other_seats() {
        let (name, value) = clear_site_data();
        assert_eq!(
            (name.as_str(), value.to_str().unwrap()),
            ("clear-site-data", "\"cache\", \"storage\"")
        );
    }
}
