//! A proof holds as it was signed, and in no other way.

use proptest::prelude::*;
use serde_json::Value;

use super::*;
use crate::receipts::keys::{ON_ITS_WAY, OldKey, ReceiptKeys, SigningKey, Verdict};

const REFERENCE: &str = "MSL-2026-000124";

fn signer(seed: u8) -> Signer {
    Signer::new(&[seed; 32], PURPOSE)
}

fn moment(seconds: u32) -> DateTime<Utc> {
    DateTime::from_timestamp(seconds.into(), 0).unwrap()
}

fn proof() -> Proof {
    Proof::sign(&signer(7), REFERENCE, moment(1_795_462_200))
}

/// Whether a text is taken for a proof of the key with which [`proof`] signs.
fn holds(text: &str) -> bool {
    Proof::parse(text).is_some_and(|proof| proof.holds(&signer(7).verifier()))
}

fn fields(text: &str) -> Vec<&str> {
    text.split('.').collect()
}

#[test]
fn a_proof_says_what_was_signed() {
    let text = proof().to_string();
    let read = Proof::parse(&text).unwrap();
    assert_eq!((read.reference(), read.submitted_at()), (REFERENCE, moment(1_795_462_200)));
    assert_eq!((read.key(), holds(&text)), (signer(7).verifier().id().as_str(), true));
}

/// The web app's tests read the same file.
#[test]
fn the_web_apps_example_is_what_this_program_signs() {
    let example = include_str!("../../../frontend/src/features/verify/example.json");
    let example: Value = serde_json::from_str(example).unwrap();
    assert_eq!(example["proof"], proof().to_string());
    assert_eq!(example["key"]["id"], signer(7).verifier().id());
    assert_eq!(example["key"]["public_key"], signer(7).verifier().public_key());
    assert_eq!(example["submitted_at"], "2026-11-23T19:30:00Z");
}

#[test]
fn a_proof_fits_a_small_code_and_holds_nothing_else() {
    let text = proof().to_string();
    // A QR code of version 9 holds 180 bytes, at the level of correction that survives a crease: 53 modules a side.
    assert!("https://maslahat.example.org/verify#".len() + text.len() <= 180, "{}", text.len());
    assert_eq!(fields(&text).len(), 5);
}

#[test]
fn a_moment_is_cut_to_the_second() {
    let later = moment(1_795_462_200) + chrono::TimeDelta::microseconds(999_999);
    assert_eq!(Proof::sign(&signer(7), REFERENCE, later), proof());
}

#[test]
fn another_spelling_of_the_same_is_refused() {
    let text = proof().to_string();
    let [version, key, reference, seconds, signature] = fields(&text)[..] else { panic!("{text}") };
    let last = signature.chars().last().unwrap();
    // The last letter of 86 holds two bits of the signature and four that say nothing.
    let other = if last == 'A' { 'B' } else { char::from(last as u8 + 1) };
    for spelt in [
        format!("{version}.{}.{reference}.{seconds}.{signature}", key.to_uppercase()),
        format!("{version}.{key}.{reference}.0{seconds}.{signature}"),
        format!("{version}.{key}.{reference}.+{seconds}.{signature}"),
        format!("{version}.{key}.{reference}.{seconds}.{signature}="),
        format!("{version}.{key}.{reference}.{seconds}.{}{other}", &signature[..signature.len() - 1]),
        format!("{version}.{key}.{reference}\n.{seconds}.{signature}"),
        format!("{text}."),
        format!(" {text}"),
    ] {
        assert!(!holds(&spelt), "{spelt}");
    }
    assert!(holds(&text));
}

#[test]
fn what_was_signed_for_something_else_is_refused() {
    let other = Signer::new(&[7; 32], "maslahat audit checkpoint v1");
    let text = Proof::sign(&other, REFERENCE, moment(1_795_462_200)).to_string();
    assert!(Proof::parse(&text).is_some() && !holds(&text));
}

#[test]
fn an_old_key_vouches_for_its_own_time_only() {
    let until = moment(1_800_000_000);
    let keys = ReceiptKeys {
        signing: Some(SigningKey { signer: signer(8), from: until }),
        old: vec![OldKey { verifier: signer(7).verifier(), from: moment(1_700_000_000), until }],
    };
    let at = |seed: u8, at: DateTime<Utc>| keys.check(&Proof::sign(&signer(seed), REFERENCE, at));
    let second = chrono::TimeDelta::seconds(1);
    assert_eq!(at(7, until - second), Verdict::Genuine);
    assert_eq!(at(7, until + ON_ITS_WAY), Verdict::Genuine, "a server may not have the new file yet");
    assert_eq!(at(7, until + ON_ITS_WAY + second), Verdict::NotGenuine);
    assert_eq!(at(8, until - second), Verdict::Genuine, "who opens an old case gets a proof of today's key");
    assert_eq!(at(9, until), Verdict::UnknownKey);
    let prove = |at| Proof::parse(&keys.prove(REFERENCE, at).unwrap()).unwrap();
    assert_eq!(prove(until).key(), signer(8).verifier().id());
    let none = ReceiptKeys { signing: None, old: vec![] };
    assert_eq!((none.prove(REFERENCE, until), none.check(&prove(until))), (None, Verdict::UnknownKey));
}

prop_compose! {
    fn any_proof()(seed in any::<[u8; 32]>(), reference in "MSL-20[0-9]{2}-[0-9]{6,8}", seconds in any::<u32>())
        -> (Proof, Verifier) {
        let signer = Signer::new(&seed, PURPOSE);
        (Proof::sign(&signer, &reference, moment(seconds)), signer.verifier())
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_proof_is_read_as_it_was_written((proof, verifier) in any_proof()) {
        let read = Proof::parse(&proof.to_string()).unwrap();
        prop_assert!(read.holds(&verifier));
        prop_assert_eq!(read, proof);
    }

    #[test]
    fn a_proof_with_any_bit_flipped_is_refused((proof, verifier) in any_proof(), at in any::<prop::sample::Index>()) {
        let mut bytes = proof.to_string().into_bytes();
        let bit = at.index(bytes.len() * 8);
        bytes[bit / 8] ^= 1 << (bit % 8);
        let flipped = String::from_utf8(bytes).ok().and_then(|text| Proof::parse(&text));
        prop_assert!(!flipped.is_some_and(|proof| proof.holds(&verifier)));
    }

    #[test]
    fn parts_of_two_proofs_make_no_third(
        one in any_proof(),
        (reference, seconds) in ("MSL-20[0-9]{2}-[0-9]{6,8}", any::<u32>()),
        same_key in any::<bool>(),
        other_seed in any::<[u8; 32]>(),
        seed in any::<[u8; 32]>(),
        taken in prop::collection::vec(any::<bool>(), 5),
    ) {
        let (first, _) = one;
        let signer = Signer::new(&seed, PURPOSE);
        let first = Proof::sign(&signer, first.reference(), first.submitted_at()).to_string();
        let other = if same_key { signer.clone() } else { Signer::new(&other_seed, PURPOSE) };
        let second = Proof::sign(&other, &reference, moment(seconds)).to_string();
        let pairs = fields(&first).into_iter().zip(fields(&second));
        let mixed: Vec<&str> = pairs.zip(&taken).map(|((a, b), second)| if *second { b } else { a }).collect();
        let mixed = mixed.join(".");
        prop_assume!(mixed != first && mixed != second);
        let holds = |verifier: &Verifier| Proof::parse(&mixed).is_some_and(|proof| proof.holds(verifier));
        prop_assert!(!holds(&signer.verifier()) && !holds(&other.verifier()), "{}", mixed);
    }

    #[test]
    fn another_keys_signature_under_this_keys_name_is_refused((proof, _) in any_proof(), seed in any::<[u8; 32]>()) {
        let verifier = Signer::new(&seed, PURPOSE).verifier();
        prop_assume!(verifier.id() != proof.key());
        prop_assert!(!proof.holds(&verifier));
        let renamed = Proof { key: verifier.id(), ..proof };
        prop_assert!(!renamed.holds(&verifier));
    }
}
