use super::*;
use clap::{CommandFactory, Parser};
use std::collections::BTreeMap;

type Env<'a> = &'a [(&'a str, &'a str)];

fn try_resolve(flags: &str, env: Env<'_>) -> Result<Settings, ConfigError> {
    let words = std::iter::once("roundtable").chain(flags.split_whitespace());
    let cli = Cli::try_parse_from(words).unwrap();
    let env: BTreeMap<_, _> = env.iter().copied().collect();
    Settings::resolve(&cli, &|name| env.get(name).map(|&text| text.to_owned()))
}

fn resolve(flags: &str, env: Env<'_>) -> Settings {
    try_resolve(flags, env).unwrap()
}

fn words(flags: &str, env: Env<'_>) -> String {
    try_resolve(flags, env).unwrap_err().to_string()
}

#[test]
fn the_command_line_is_well_formed() {
    Cli::command().debug_assert();
}

#[test]
fn nothing_said_is_practice_on_this_machine() {
    let settings = resolve("", &[]);
    assert_eq!(settings.kind, Kind::Practice);
    assert_eq!(settings.listen, DEFAULT_LISTEN);
    assert_eq!(settings.data, PathBuf::from("./data/practice"));
    assert_eq!(settings.keys, PathBuf::from("./data/practice-keys"));
    assert_eq!(settings.database.expose(), "sqlite:./data/practice/roundtable.db");
    assert_eq!(settings.origin(settings.listen).as_str(), "http://127.0.0.1:8080");
}

#[test]
fn serve_has_folders_of_its_own() {
    let settings = resolve("serve", &[]);
    assert_eq!(settings.data, PathBuf::from("./data/roundtable"));
    assert_eq!(settings.keys, PathBuf::from("./data/roundtable-keys"));
}

#[test]
fn a_flag_wins_over_the_environment_over_the_file_over_the_default() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("roundtable.toml");
    std::fs::write(
        &path,
        "listen = \"127.0.0.1:3\"\ndata = \"here\"\ntrusted-proxy = [\"10.0.0.0/8\"]\n",
    )
    .unwrap();
    let file = format!("serve --config {}", path.display());
    let env: Env<'_> =
        &[("ROUNDTABLE_LISTEN", "127.0.0.1:2"), ("ROUNDTABLE_TRUSTED_PROXY", "::1, 127.0.0.1")];

    assert_eq!(resolve("serve", &[]).listen.port(), 8080);
    assert_eq!(resolve(&file, &[]).listen.port(), 3);
    assert_eq!(resolve(&file, env).listen.port(), 2);
    assert_eq!(resolve(&format!("{file} --listen 127.0.0.1:1"), env).listen.port(), 1);

    assert_eq!(resolve(&file, &[]).data, home.path().join("here"), "counted from the file");
    assert_eq!(resolve(&file, &[]).trusted_proxies.len(), 1);
    assert_eq!(resolve(&file, env).trusted_proxies.len(), 2);
    let by_env = resolve("serve", &[("ROUNDTABLE_CONFIG", path.to_str().unwrap())]);
    assert_eq!(by_env.listen.port(), 3);
}

#[test]
fn an_error_says_where_the_setting_stands() {
    assert!(words("serve --listen nonsense", &[]).starts_with("--listen: `nonsense`"));
    assert!(
        words("serve", &[("ROUNDTABLE_TRUSTED_PROXY", "x")])
            .starts_with("ROUNDTABLE_TRUSTED_PROXY")
    );
    assert!(words("serve", &[("DATABASE_URL", "mysql://x")]).starts_with("DATABASE_URL"));
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("roundtable.toml");
    std::fs::write(&path, "listne = \"x\"").unwrap();
    let unknown = words(&format!("serve --config {}", path.display()), &[]);
    assert!(unknown.contains("roundtable.toml") && unknown.contains("listne"), "{unknown}");
    assert!(words("serve --config /nowhere.toml", &[]).contains("/nowhere.toml"));
}

#[test]
fn practice_refuses_any_place_but_this_machine_and_any_public_origin() {
    for place in ["0.0.0.0:8080", "192.168.1.2:80", "[::]:8080"] {
        let said = words(&format!("practice --listen {place}"), &[]);
        assert!(said.contains("roundtable serve"), "{said}");
    }
    assert!(try_resolve("practice --listen [::1]:9", &[]).is_ok());
    let public: Env<'_> = &[("ROUNDTABLE_PUBLIC_ORIGIN", "https://talk.example.org")];
    assert!(words("practice", public).contains("https://talk.example.org"));
}

#[test]
fn serve_that_can_be_reached_must_know_its_name() {
    assert!(words("serve --listen 0.0.0.0:8080", &[]).contains("--public-origin"));
    let said = "serve --listen 0.0.0.0:8080 --public-origin https://talk.example.org";
    let settings = resolve(said, &[]);
    assert_eq!(settings.origin(settings.listen).as_str(), "https://talk.example.org");
    assert!(settings.notes[0].contains("--trusted-proxy"));
    assert!(words("serve --public-origin http://talk.example.org", &[]).contains("https://"));
}

#[test]
fn serve_refuses_keys_inside_the_data() {
    assert!(words("serve --data /srv/rt --keys /srv/rt/keys", &[]).contains("--keys"));
    assert!(words("serve --data /srv/rt --keys /srv/rt", &[]).contains("--keys"));
    assert!(try_resolve("serve --data /srv/rt --keys /srv/rt-keys", &[]).is_ok());
}

#[test]
fn practice_leaves_a_database_in_the_environment_alone_and_says_so() {
    let env: Env<'_> = &[("DATABASE_URL", "postgres://me:secret@localhost/other")];
    let settings = resolve("practice", env);
    assert!(settings.database.is_sqlite());
    assert!(settings.notes[0].contains("DATABASE_URL"));
    assert!(!resolve("practice --database-url postgres://localhost/p", env).database.is_sqlite());
    assert!(!resolve("serve", env).database.is_sqlite());
}

#[test]
fn printing_the_settings_shows_no_password() {
    let settings = resolve("serve", &[("DATABASE_URL", "postgres://me:secret@localhost/rt")]);
    assert!(!format!("{settings:?}").contains("secret"));
}

#[test]
fn the_operators_tools_take_a_folder_for_what_it_is() {
    let home = tempfile::tempdir().unwrap();
    place::claim(home.path(), Kind::Practice).unwrap();
    let settings = resolve(&format!("session status --data {}", home.path().display()), &[]);
    assert_eq!(settings.kind, Kind::Practice);
    assert_eq!(resolve("session status", &[]).kind, Kind::Serve);
}

#[test]
fn commands_read_as_documented() {
    let command = |flags: &str| {
        Cli::try_parse_from(std::iter::once("roundtable").chain(flags.split_whitespace()))
            .map(|cli| cli.chosen())
    };
    let practice = PracticeArgs { participants: 6, fresh: true, json: true };
    assert_eq!(
        command("practice --participants 6 --fresh --json").unwrap(),
        Command::Practice(practice)
    );
    assert_eq!(command("").unwrap(), Command::Practice(PracticeArgs::default()));
    assert!(matches!(
        command("keys backup /mnt/keys").unwrap(),
        Command::Keys(KeysCommand::Backup { .. })
    ));
    assert!(matches!(command("verify r.jsonl --head ab").unwrap(), Command::Verify { .. }));
    assert!(matches!(command("record 00 --data /x").unwrap(), Command::Record { .. }));
    assert!(command("practice --participants 1").is_err());
    assert!(command("practice --participants 41").is_err());
}

#[test]
fn the_help_teaches() {
    let help = Cli::command().render_long_help().to_string();
    for taught in
        ["Examples:", "--public-origin https://", "keys init", "ROUNDTABLE_LISTEN", "A flag wins"]
    {
        assert!(help.contains(taught), "{taught}");
    }
}

#[test]
fn a_taken_address_comes_with_the_flag_that_helps() {
    let taken = std::io::Error::from(std::io::ErrorKind::AddrInUse);
    let words = ConfigError::cannot_listen(DEFAULT_LISTEN, taken).to_string();
    assert!(
        words.contains("127.0.0.1:8080") && words.contains("--listen 127.0.0.1:8081"),
        "{words}"
    );
    let denied = std::io::Error::from(std::io::ErrorKind::PermissionDenied);
    assert!(ConfigError::cannot_listen(DEFAULT_LISTEN, denied).to_string().contains("--listen"));
}
