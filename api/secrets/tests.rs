//! What is sealed opens where and with what it should, and nowhere else.

use super::*;
use crate::receipts::keys::Verdict;
use crate::receipts::proof::Proof;

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

fn secrets(folder: &tempfile::TempDir) -> Secrets {
    Secrets::load(&folder.path().join("secrets.json"), true).unwrap()
}

/// A file as it was written before keys had ids.
fn old_file(folder: &tempfile::TempDir) -> PathBuf {
    let path = folder.path().join("secrets.json");
    let text = format!(
        r#"{{"token_key":"{}","receipt_pepper":"{}","sealing_key":"{}"}}"#,
        "01".repeat(32),
        "02".repeat(32),
        "07".repeat(32)
    );
    std::fs::write(&path, text).unwrap();
    path
}

#[test]
fn a_file_from_before_is_given_a_key_for_the_audit_trail_once() {
    let folder = folder();
    let path = old_file(&folder);
    assert!(Secrets::load(&path, false).unwrap().audit_signer().is_none());
    let key = |secrets: Secrets| secrets.audit_signer().unwrap().verifier().public_key();
    let added = key(Secrets::load(&path, true).unwrap());
    assert_eq!(key(Secrets::load(&path, true).unwrap()), added);
    assert_eq!(key(Secrets::load(&path, false).unwrap()), added);
}

#[test]
fn what_was_sealed_opens_in_its_own_place_only() {
    let folder = folder();
    let sealer = secrets(&folder).sealer();
    let sealed = sealer.seal("grievances/1/reporter", "Айгүл".as_bytes()).unwrap();
    assert_eq!(sealer.open("grievances/1/reporter", &sealed).unwrap(), "Айгүл".as_bytes());
    assert!(sealer.open("grievances/2/reporter", &sealed).is_err());
    assert_ne!(sealer.seal("grievances/1/reporter", "Айгүл".as_bytes()).unwrap(), sealed, "the nonce is new each time");
}

#[test]
fn a_changed_bit_is_noticed_wherever_it_is() {
    let folder = folder();
    let sealer = secrets(&folder).sealer();
    let sealed = sealer.seal("a", b"words").unwrap();
    for at in 0..sealed.len() {
        let mut changed = sealed.clone();
        changed[at] ^= 1;
        assert!(sealer.open("a", &changed).is_err(), "byte {at}");
    }
}

#[test]
fn nothing_opens_under_another_keys_name() {
    let folder = folder();
    let mut secrets = secrets(&folder);
    let sealed = secrets.sealer().seal("a", b"words").unwrap();
    // The same key under another id: the id alone makes the difference.
    let same = secrets.sealing_keys[0].key.clone();
    secrets.sealing_keys.push(SealingKey { id: 2, key: same, since: None });
    secrets.write().unwrap();
    let mut renamed = sealed.clone();
    renamed[..HEADER].copy_from_slice(&header(2));
    assert!(secrets.sealer().open("a", &sealed).is_ok());
    assert!(secrets.sealer().open("a", &renamed).is_err());
}

#[test]
fn an_answer_kept_for_a_caller_needs_the_callers_key() {
    let folder = folder();
    let sealer = secrets(&folder).sealer();
    let sealed = sealer.seal_under("key-of-the-caller", "a", b"code").unwrap();
    assert!(sealer.open_under("another-key", "a", &sealed).is_err());
    assert!(sealer.open("a", &sealed).unwrap() != b"code");
    assert_eq!(sealer.open_under("key-of-the-caller", "a", &sealed).unwrap(), b"code");
}

#[test]
fn an_old_file_loads_and_opens_what_it_sealed() {
    let folder = folder();
    let path = old_file(&folder);
    let mut secrets = Secrets::load(&path, false).unwrap();
    assert_eq!((secrets.sealing_ids(), secrets.sealing_id()), (vec![1], 1));
    // Sealed by the program as it was: key 07…, place `grievances/1/reporter`.
    let sealed = hex::decode(include_str!("tests/before_ids.hex").trim()).unwrap();
    assert_eq!(key_of(&sealed), None);
    let opens = |secrets: &Secrets| secrets.sealer().open("grievances/1/reporter", &sealed).unwrap();
    assert_eq!(opens(&secrets), "Айгүл".as_bytes());
    secrets.add_sealing_key().unwrap();
    secrets.seal_with_newest(Utc::now()).unwrap();
    let again = Secrets::load(&path, false).unwrap();
    assert_eq!((again.sealing_ids(), again.sealing_id()), (vec![1, 2], 2));
    assert_eq!(opens(&again), "Айгүл".as_bytes());
    let rewrapped = again.sealer().rewrap("grievances/1/reporter", &sealed).unwrap().unwrap();
    assert_eq!(key_of(&rewrapped), Some(2));
    assert_eq!(again.sealer().rewrap("grievances/1/reporter", &rewrapped).unwrap(), None);
}

#[test]
fn a_kept_answer_is_rewrapped_without_its_caller() {
    let folder = folder();
    let mut secrets = secrets(&folder);
    let sealed = secrets.sealer().seal_under("callers", "a", b"code").unwrap();
    secrets.add_sealing_key().unwrap();
    secrets.seal_with_newest(Utc::now()).unwrap();
    let rewrapped = secrets.sealer().rewrap("a", &sealed).unwrap().unwrap();
    secrets.retire_others().unwrap();
    assert_eq!(secrets.sealer().open_under("callers", "a", &rewrapped).unwrap(), b"code");
    assert!(secrets.sealer().open_under("callers", "a", &sealed).is_err(), "the old key is gone");
}

#[test]
fn a_running_server_seals_with_the_new_key_and_opens_what_others_sealed_with_it() {
    let folder = folder();
    let mut secrets = secrets(&folder);
    let running = secrets.sealer();
    assert_eq!(key_of(&running.seal("a", b"words").unwrap()), Some(1));
    secrets.add_sealing_key().unwrap();
    assert_eq!(running.current(), 1, "a key that was only added seals nothing");
    secrets.seal_with_newest(Utc::now()).unwrap();
    let elsewhere = secrets.sealer().seal("a", b"words").unwrap();
    assert_eq!(running.open("a", &elsewhere).unwrap(), b"words");
    assert_eq!(key_of(&running.seal("a", b"words").unwrap()), Some(2));
}

#[test]
fn a_broken_file_stops_a_start_but_not_a_running_server() {
    let folder = folder();
    let secrets = secrets(&folder);
    let running = secrets.sealer();
    let sealed = running.seal("a", b"words").unwrap();
    std::fs::write(&secrets.path, "{").unwrap();
    assert_eq!(running.open("a", &sealed).unwrap(), b"words");
    assert!(running.seal("a", b"more").is_ok());
    assert!(Secrets::load(&secrets.path, true).is_err());
}

#[test]
fn a_file_that_names_no_key_or_one_twice_is_refused() {
    let folder = folder();
    let mut unnamed = secrets(&folder);
    unnamed.sealing_key_id = 9;
    unnamed.write().unwrap();
    assert!(Secrets::load(&unnamed.path, false).err().unwrap().contains("sealing_key_id"));
    unnamed.sealing_key_id = 1;
    unnamed.sealing_keys.push(SealingKey { id: 1, key: new_key(), since: None });
    unnamed.write().unwrap();
    assert!(Secrets::load(&unnamed.path, false).err().unwrap().contains("an id of its own"));
}

#[test]
fn the_file_stays_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder();
    let mut secrets = secrets(&folder);
    secrets.add_sealing_key().unwrap();
    assert_eq!(std::fs::metadata(&secrets.path).unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn keys_are_changed_by_one_at_a_time() {
    let folder = folder();
    let path = folder.path().join("secrets.json");
    let first = Lock::of(&path).unwrap();
    assert!(Lock::of(&path).is_err());
    drop(first);
    assert!(Lock::of(&path).is_ok());
}

#[test]
fn a_file_from_before_is_given_a_key_for_receipts_once() {
    let folder = folder();
    let path = old_file(&folder);
    let proof = |secrets: &Secrets| secrets.receipt_keys().prove("MSL-2026-000124", DateTime::UNIX_EPOCH);
    assert_eq!(proof(&Secrets::load(&path, false).unwrap()), None);
    let added = proof(&Secrets::load(&path, true).unwrap());
    assert!(added.is_some());
    assert_eq!(proof(&Secrets::load(&path, true).unwrap()), added);
}

#[test]
fn a_running_server_signs_with_the_new_key_and_still_knows_the_old_one() {
    let folder = folder();
    let mut secrets = secrets(&folder);
    let running = secrets.receipt_signer();
    let now = Utc::now();
    let prove = || Proof::parse(&running.now().prove("MSL-2026-000124", now).unwrap()).unwrap();
    let before = prove();
    secrets.renew_receipt_key(now).unwrap();
    let after = prove();
    assert_ne!(before.key(), after.key());
    let again = Secrets::load(&secrets.path, false).unwrap().receipt_keys();
    for proof in [&before, &after] {
        assert_eq!(running.known().check(proof), Verdict::Genuine);
        assert_eq!(again.check(proof), Verdict::Genuine);
    }
}

#[test]
fn of_an_old_key_nothing_is_left_to_sign_with() {
    let folder = folder();
    let mut secrets = secrets(&folder);
    let seed = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap()["receipt_key"]["key"].clone();
    let before = seed(&std::fs::read_to_string(&secrets.path).unwrap());
    secrets.renew_receipt_key(Utc::now()).unwrap();
    let after = std::fs::read_to_string(&secrets.path).unwrap();
    assert!(!after.contains(before.as_str().unwrap()));
    assert_eq!(Secrets::load(&secrets.path, false).unwrap().receipt_keys().known().len(), 2);
}

#[test]
fn a_file_with_a_broken_receipt_key_is_refused() {
    let folder = folder();
    let mut secrets = secrets(&folder);
    secrets.renew_receipt_key(Utc::now()).unwrap();
    let whole = std::fs::read_to_string(&secrets.path).unwrap();
    let mut broken: serde_json::Value = serde_json::from_str(&whole).unwrap();
    for pointer in ["/receipt_key/key", "/old_receipt_keys/0/public_key"] {
        *broken.pointer_mut(pointer).unwrap() = "07".into();
        std::fs::write(&secrets.path, broken.to_string()).unwrap();
        assert!(Secrets::load(&secrets.path, false).is_err(), "{pointer}");
        broken = serde_json::from_str(&whole).unwrap();
    }
}
