use super::*;
use serde_json::{Value, json};

/// Says back what it was asked, and no to a template that does not exist.
struct Echo;

#[async_trait]
impl Handler for Echo {
    async fn handle(&self, request: Request) -> Result<Value, Fault> {
        if request != new("debate") {
            return Ok(serde_json::to_value(request).unwrap());
        }
        let (code, words) =
            ("template_unknown".to_owned(), "there is no template debate".to_owned());
        Err(Fault { code, words })
    }
}

fn new(template: &str) -> Request {
    Request::SessionNew { template: template.to_owned(), participants: 6 }
}

async fn running(data: &Path) -> (CancellationToken, tokio::task::JoinHandle<()>) {
    let control = Control::open(data).await.unwrap();
    let stop = CancellationToken::new();
    let task = tokio::spawn(control.serve(Arc::new(Echo), stop.clone()));
    (stop, task)
}

#[tokio::test]
async fn a_running_server_answers_and_says_no_in_words() {
    let data = tempfile::tempdir().unwrap();
    let (_stop, _task) = running(data.path()).await;
    let answer: Option<Value> = ask(data.path(), &new("practice")).await.unwrap();
    let said = json!({"ask": "session_new", "template": "practice", "participants": 6});
    assert_eq!(answer, Some(said));
    let refused = ask::<Value>(data.path(), &new("debate")).await.unwrap_err();
    assert_eq!(refused.to_string(), "there is no template debate");
}

#[tokio::test]
async fn where_no_server_runs_nobody_answers() {
    let data = tempfile::tempdir().unwrap();
    assert_eq!(ask::<Value>(data.path(), &Request::KeysRotated).await.unwrap(), None);
    assert_eq!(ask::<Value>(&data.path().join("gone"), &Request::KeysRotated).await.unwrap(), None);
}

#[tokio::test]
async fn a_socket_that_a_crash_left_behind_is_nobody_and_is_replaced() {
    let data = tempfile::tempdir().unwrap();
    drop(UnixListener::bind(data.path().join(SOCKET)).unwrap());
    assert!(data.path().join(SOCKET).exists());
    assert_eq!(ask::<Value>(data.path(), &Request::KeysRotated).await.unwrap(), None);
    let (_stop, _task) = running(data.path()).await;
    assert!(ask::<Value>(data.path(), &Request::KeysRotated).await.unwrap().is_some());
}

#[tokio::test]
async fn a_second_server_is_refused() {
    let data = tempfile::tempdir().unwrap();
    let (_stop, _task) = running(data.path()).await;
    assert!(matches!(Control::open(data.path()).await, Err(ControlError::Taken { .. })));
}

#[tokio::test]
async fn the_socket_is_for_one_user_and_goes_with_the_server() {
    let data = tempfile::tempdir().unwrap();
    let (stop, task) = running(data.path()).await;
    let path = data.path().join(SOCKET);
    assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    stop.cancel();
    task.await.unwrap();
    assert!(!path.exists());
}

#[tokio::test]
async fn nonsense_silence_and_floods_of_bytes_do_no_harm() {
    let data = tempfile::tempdir().unwrap();
    let (_stop, _task) = running(data.path()).await;
    let socket = data.path().join(SOCKET);
    let mut silent = Vec::new();
    for _ in 0..AT_ONCE - 2 {
        silent.push(UnixStream::connect(&socket).await.unwrap());
    }
    let mut nonsense = UnixStream::connect(&socket).await.unwrap();
    nonsense.write_all(b"{\"ask\":\"dance\"}\n").await.unwrap();
    let mut answer = String::new();
    nonsense.read_to_string(&mut answer).await.unwrap();
    assert!(answer.contains("request_unknown"), "{answer}");
    let mut flood = UnixStream::connect(&socket).await.unwrap();
    // It is hung up on before it has written everything.
    let _hung_up = flood.write_all(&vec![b'x'; 10 * 1_024 * 1_024]).await;
    drop(flood);
    assert!(ask::<Value>(data.path(), &Request::KeysRotated).await.unwrap().is_some());
}

#[tokio::test]
async fn a_path_too_long_for_a_socket_says_which_flag_helps() {
    let long = PathBuf::from("/").join("d".repeat(120));
    let words = Control::open(&long).await.unwrap_err().to_string();
    assert!(words.contains("--data"), "{words}");
}
