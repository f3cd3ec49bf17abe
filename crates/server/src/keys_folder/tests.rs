use super::*;
use roundtable_core::time::Span;
use std::fs;
use std::os::unix::fs::PermissionsExt;

const NOW: Timestamp = Timestamp(1_000_000);
const ROOM: RoomId = RoomId::from_bytes([3; 16]);

fn folder() -> (tempfile::TempDir, KeysFolder) {
    let home = tempfile::tempdir().unwrap();
    let folder = KeysFolder::init(&home.path().join("keys-here"), NOW).unwrap();
    (home, folder)
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[test]
fn a_new_folder_and_its_files_are_for_one_user_alone() {
    let (_home, folder) = folder();
    let kid = folder.create_key(KeyKind::Session).unwrap();
    assert_eq!(mode(folder.dir()), 0o700);
    assert_eq!(mode(&folder.dir().join("keys")), 0o700);
    for file in [folder.file(&kid), folder.dir().join("purged"), folder.dir().join("erasures")] {
        assert_eq!(mode(&file), 0o600, "{}", file.display());
    }
}

#[test]
fn a_key_is_the_same_after_opening_again() {
    let (_home, folder) = folder();
    let kid = folder.create_key(KeyKind::Series).unwrap();
    let before = folder.key(&kid).unwrap();
    let again = KeysFolder::open(folder.dir()).unwrap();
    assert_eq!(again.key(&kid).unwrap().as_bytes(), before.as_bytes());
}

#[test]
fn a_folder_that_others_may_read_is_refused_with_the_command_that_mends_it() {
    let (_home, folder) = folder();
    fs::set_permissions(folder.dir(), fs::Permissions::from_mode(0o755)).unwrap();
    let words = KeysFolder::open(folder.dir()).unwrap_err().to_string();
    assert!(words.contains("chmod 700"), "{words}");

    fs::set_permissions(folder.dir(), fs::Permissions::from_mode(0o700)).unwrap();
    let kid = folder.create_key(KeyKind::Session).unwrap();
    fs::set_permissions(folder.file(&kid), fs::Permissions::from_mode(0o640)).unwrap();
    let words = KeysFolder::open(folder.dir()).unwrap_err().to_string();
    assert!(words.contains("chmod 600"), "{words}");
}

#[test]
fn a_missing_folder_is_told_how_to_make_and_an_existing_one_is_left_alone() {
    let (home, folder) = folder();
    let words = KeysFolder::open(&home.path().join("nowhere")).unwrap_err().to_string();
    assert!(words.contains("keys init"), "{words}");
    assert!(matches!(KeysFolder::init(folder.dir(), NOW), Err(KeysError::Exists { .. })));
}

#[test]
fn promise_5_a_purged_key_is_gone_and_noted() {
    let (_home, folder) = folder();
    let kid = folder.create_key(KeyKind::Session).unwrap();
    folder.purge(&kid).unwrap();
    folder.purge(&kid).unwrap();
    assert!(!folder.file(&kid).exists());
    assert!(matches!(folder.key(&kid), Err(KeysError::Purged { .. })));
    let again = KeysFolder::open(folder.dir()).unwrap();
    assert!(matches!(again.key(&kid), Err(KeysError::Purged { .. })));
    let list = fs::read_to_string(folder.dir().join("purged")).unwrap();
    assert_eq!(list, format!("{kid} .\n"), "noted once");
}

#[test]
fn promise_5_a_purge_that_a_crash_cut_short_is_finished_at_the_next_opening() {
    let (_home, folder) = folder();
    let kid = folder.create_key(KeyKind::Session).unwrap();
    folder.purged_list().append(kid.as_str()).unwrap();
    KeysFolder::open(folder.dir()).unwrap();
    assert!(!folder.file(&kid).exists());
}

#[test]
fn promise_5_erasures_are_read_back_in_order_after_a_restart() {
    let (_home, folder) = folder();
    folder.note_erasure(&ROOM, &[BodyId(1), BodyId(20)]).unwrap();
    folder.note_erasure(&ROOM, &[]).unwrap();
    folder.note_erasure(&ROOM, &[BodyId(300)]).unwrap();
    let again = KeysFolder::open(folder.dir()).unwrap();
    let expected = vec![(ROOM, vec![BodyId(1), BodyId(20)]), (ROOM, vec![BodyId(300)])];
    assert_eq!(again.erasures().unwrap(), expected);
}

#[test]
fn an_erasure_torn_anywhere_by_a_crash_counts_for_nothing_and_harms_nothing_after_it() {
    let whole = format!("{ROOM} 123 456 .\n");
    for cut in 1..whole.len() {
        let (_home, folder) = folder();
        let path = folder.dir().join("erasures");
        fs::write(&path, &whole[..cut]).unwrap();
        folder.note_erasure(&ROOM, &[BodyId(7)]).unwrap();
        let read = folder.erasures().unwrap();
        let complete = cut == whole.len() - 1; // only the line feed is missing
        assert_eq!(read.len(), if complete { 2 } else { 1 }, "cut at {cut}");
        assert_eq!(read.last().unwrap(), &(ROOM, vec![BodyId(7)]));
    }
}

#[test]
fn a_promised_line_that_does_not_read_stops_the_start_instead_of_being_passed_over() {
    let (_home, folder) = folder();
    folder.note_erasure(&ROOM, &[BodyId(7)]).unwrap();
    let path = folder.dir().join("erasures");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace(" 7 .", " x .")).unwrap();
    assert!(matches!(KeysFolder::open(folder.dir()), Err(KeysError::Damaged { line: 1, .. })));
}

#[test]
fn compacting_drops_only_the_rooms_that_need_no_notes() {
    let (_home, folder) = folder();
    let gone = RoomId::from_bytes([9; 16]);
    folder.note_erasure(&gone, &[BodyId(1)]).unwrap();
    folder.note_erasure(&ROOM, &[BodyId(2)]).unwrap();
    folder.compact(|room| *room != gone).unwrap();
    assert_eq!(folder.erasures().unwrap(), vec![(ROOM, vec![BodyId(2)])]);
}

#[test]
fn a_rotated_signing_key_is_believed_for_a_tickets_life_and_then_deleted() {
    let (_home, folder) = folder();
    let old = folder.signing_keys(NOW).unwrap()[0].kid.clone();
    let later = NOW.plus(Span::minutes(60));
    let new = folder.rotate(later).unwrap();
    let names = |at| -> Vec<Kid> {
        folder.signing_keys(at).unwrap().into_iter().map(|key| key.kid).collect()
    };
    assert_eq!(names(later), [new.clone(), old.clone()]);
    assert_eq!(names(later.plus(OLD_KEY_LIFE)), std::slice::from_ref(&new));
    let newest = folder.rotate(later.plus(Span::minutes(60))).unwrap();
    assert!(!folder.file(&old).exists());
    assert_eq!(names(later.plus(Span::minutes(60))), [newest, new]);
}

#[test]
fn a_backup_keeps_one_generation() {
    let (home, folder) = folder();
    let first = folder.create_key(KeyKind::Session).unwrap();
    let place = home.path().join("backup");
    folder.backup(&place).unwrap();
    folder.purge(&first).unwrap();
    let second = folder.create_key(KeyKind::Session).unwrap();
    folder.backup(&place).unwrap();
    assert_eq!(files::names_in(&place).unwrap(), ["current"]);
    let copy = KeysFolder::open(&place.join("current")).unwrap();
    assert!(!copy.file(&first).exists() && copy.file(&second).exists());
    assert_eq!(mode(&place), 0o700);
}

#[test]
fn promise_5_an_older_backup_never_revives_a_purged_key_and_loses_no_note() {
    let (home, folder) = folder();
    let purged = folder.create_key(KeyKind::Session).unwrap();
    let lost = folder.create_key(KeyKind::Session).unwrap();
    let place = home.path().join("backup");
    folder.note_erasure(&ROOM, &[BodyId(1)]).unwrap();
    folder.backup(&place).unwrap();
    folder.purge(&purged).unwrap();
    folder.note_erasure(&ROOM, &[BodyId(2)]).unwrap();
    fs::remove_file(folder.file(&lost)).unwrap();

    let folder = KeysFolder::restore(folder.dir(), &place).unwrap();

    assert!(folder.key(&lost).is_ok());
    assert!(matches!(folder.key(&purged), Err(KeysError::Purged { .. })));
    let notes = folder.erasures().unwrap();
    assert_eq!(notes, vec![(ROOM, vec![BodyId(1)]), (ROOM, vec![BodyId(2)])]);
}

#[test]
fn promise_5_a_key_file_copied_back_by_hand_is_deleted_at_the_next_opening() {
    let (_home, folder) = folder();
    let kid = folder.create_key(KeyKind::Session).unwrap();
    let content = fs::read(folder.file(&kid)).unwrap();
    folder.purge(&kid).unwrap();
    files::write_new(&folder.file(&kid), &content).unwrap();
    let again = KeysFolder::open(folder.dir()).unwrap();
    assert!(!again.file(&kid).exists());
    assert!(matches!(again.key(&kid), Err(KeysError::Purged { .. })));
}

#[test]
fn a_folder_that_was_lost_whole_comes_back_from_its_backup() {
    let (home, folder) = folder();
    let kid = folder.create_key(KeyKind::Series).unwrap();
    let secret = folder.key(&kid).unwrap();
    let place = home.path().join("backup");
    folder.backup(&place).unwrap();
    fs::remove_dir_all(folder.dir()).unwrap();
    let back = KeysFolder::restore(folder.dir(), &place).unwrap();
    assert_eq!(back.key(&kid).unwrap().as_bytes(), secret.as_bytes());
    assert_eq!(back.signing_keys(NOW).unwrap().len(), 1);
}

#[test]
fn a_backup_inside_the_folder_or_from_nowhere_is_refused() {
    let (home, folder) = folder();
    let inside = folder.backup(&folder.dir().join("copy"));
    assert!(matches!(inside, Err(KeysError::BackupInside { .. })));
    let nowhere = KeysFolder::restore(folder.dir(), home.path());
    assert!(matches!(nowhere, Err(KeysError::NoBackup { .. })));
}
