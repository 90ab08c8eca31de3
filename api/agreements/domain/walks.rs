//! Whatever is done: nothing holds that a named side has not signed.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::machine::{AgreementState, Standing};

#[derive(Clone, Debug)]
enum Step {
    Change { sides: usize },
    Open,
    Sign { side: usize },
    Amend,
    End,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        (2..5_usize).prop_map(|sides| Step::Change { sides }),
        Just(Step::Open),
        (0..5_usize).prop_map(|side| Step::Sign { side }),
        Just(Step::Amend),
        Just(Step::End),
    ]
}

proptest! {
    #[test]
    fn no_sequence_brings_a_text_into_force_without_the_signature_of_every_side(
        steps in prop::collection::vec(step(), 0..120)
    ) {
        let (mut now, mut sides) = (Standing::NEW, 2);
        let mut signatures: BTreeSet<(usize, i64)> = BTreeSet::new();
        for step in steps {
            let before = now;
            let after = match step {
                Step::Change { sides: many } => now.changed().inspect(|_| sides = many),
                Step::Open => now.opened(),
                Step::Sign { side } if side < sides && !signatures.contains(&(side, now.revision)) => {
                    let signed = (0..sides).filter(|each| *each == side || signatures.contains(&(*each, now.revision)));
                    let missing = sides - signed.count();
                    now.signed(missing).inspect(|_| { signatures.insert((side, now.revision)); })
                }
                Step::Sign { .. } => continue,
                Step::Amend => now.amended(),
                Step::End => now.ended(),
            };
            let Ok(after) = after else { continue };
            now = after;
            if let Some(text) = now.in_force {
                prop_assert!((0..sides).all(|side| signatures.contains(&(side, text))), "{now:?}");
            }
            if now.state == AgreementState::InForce {
                prop_assert_eq!(now.in_force, Some(now.revision), "the text as it is, not one before");
            }
            prop_assert_ne!(before.state, AgreementState::Ended, "nothing follows an end");
            prop_assert!(now.revision >= before.revision);
            prop_assert!(before.in_force.is_none() || now.in_force >= before.in_force, "what held is not forgotten");
        }
    }
}

#[test]
fn the_text_before_holds_until_all_have_signed_the_next() {
    let signed = Standing::NEW.opened().and_then(|open| open.signed(0)).unwrap();
    assert_eq!((signed.state, signed.in_force), (AgreementState::InForce, Some(1)));
    let amended = signed.amended().unwrap();
    assert_eq!((amended.state, amended.revision, amended.in_force), (AgreementState::OpenForSignature, 2, Some(1)));
    assert_eq!(amended.signed(1).unwrap(), amended);
    assert_eq!(amended.signed(0).unwrap().in_force, Some(2));
}
