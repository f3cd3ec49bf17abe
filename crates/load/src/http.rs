//! One question over HTTP/1.1, each over a connection of its own.
//!
//! Only plain `http`: practice sessions and tests live on loopback.

use anyhow::{Context, Result, bail};
use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper::client::conn::http1;
use hyper::header::{CONTENT_TYPE, COOKIE, HOST, ORIGIN};
use hyper::{HeaderMap, Method, Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use serde_json::Value;
use tokio::net::TcpStream;

/// A whole answer.
#[derive(Clone, Debug)]
pub struct Answered {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: Bytes,
}

impl Answered {
    /// The body as JSON; `null` when it is none.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or(Value::Null)
    }

    /// The code of an error, such as `invitation_unknown`; empty when there is none.
    pub fn code(&self) -> String {
        self.json()["code"].as_str().unwrap_or_default().to_owned()
    }

    /// The JSON of a success, or an error that says what came instead.
    pub fn expect_success(self, what: &str) -> Result<Value> {
        if !self.status.is_success() {
            bail!("{what}: {} {}", self.status, self.code());
        }
        Ok(self.json())
    }
}

/// `127.0.0.1:8080` of `http://127.0.0.1:8080`.
pub fn authority(origin: &str) -> Result<&str> {
    let rest = origin.strip_prefix("http://").context("only plain http origins are supported")?;
    Ok(rest.trim_end_matches('/'))
}

/// A POST with a JSON body, as the page at `origin` would send it.
pub async fn post(
    origin: &str,
    path: &str,
    cookie: Option<&str>,
    body: &Value,
) -> Result<Answered> {
    send(origin, page_request(Method::POST, origin, path, cookie, body)?).await
}

/// A GET.
pub async fn get(origin: &str, path: &str, cookie: Option<&str>) -> Result<Answered> {
    send(origin, page_request(Method::GET, origin, path, cookie, &Value::Null)?).await
}

/// A DELETE.
pub async fn delete(origin: &str, path: &str, cookie: Option<&str>) -> Result<Answered> {
    send(origin, page_request(Method::DELETE, origin, path, cookie, &Value::Null)?).await
}

/// The request that a page of `origin` would send; a test may change it before it goes.
pub fn page_request(
    method: Method,
    origin: &str,
    path: &str,
    cookie: Option<&str>,
    body: &Value,
) -> Result<Request<Full<Bytes>>> {
    let bytes = if body.is_null() { Bytes::new() } else { serde_json::to_vec(body)?.into() };
    let mut request = Request::builder()
        .method(method)
        .uri(path)
        .header(HOST, authority(origin)?)
        .header(ORIGIN, origin)
        .header(CONTENT_TYPE, "application/json");
    if let Some(cookie) = cookie {
        request = request.header(COOKIE, cookie);
    }
    Ok(request.body(Full::new(bytes))?)
}

/// Sends a request to the server at `origin` and reads the whole answer.
pub async fn send(origin: &str, request: Request<Full<Bytes>>) -> Result<Answered> {
    let (head, body) = open(origin, request).await?.into_parts();
    let body = body.collect().await.context("the answer broke off")?.to_bytes();
    Ok(Answered { status: head.status, headers: head.headers, body })
}

/// Sends a request and leaves the body of the answer to be read as it comes.
pub async fn open(origin: &str, request: Request<Full<Bytes>>) -> Result<Response<Incoming>> {
    let address = authority(origin)?;
    let tcp = TcpStream::connect(address)
        .await
        .with_context(|| format!("nobody answers at {address}"))?;
    tcp.set_nodelay(true)?;
    let (mut sender, connection) = http1::handshake(TokioIo::new(tcp)).await?;
    // The connection lives as long as the answer is read; its error reaches us through the body.
    tokio::spawn(connection);
    Ok(sender.send_request(request).await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_names_its_address_and_https_is_refused() {
        assert_eq!(authority("http://127.0.0.1:7000").unwrap(), "127.0.0.1:7000");
        assert!(authority("https://example.org").is_err());
    }
}
