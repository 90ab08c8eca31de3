//! Whatever is done: no minutes are approved of which a side has said nothing.

use proptest::prelude::*;

use super::{Answer, MinutesAnswerKind, Party, settled};
use crate::meetings::domain::MeetingSide;
use crate::organisations::OrganisationId;

#[derive(Clone, Copy, Debug)]
enum Step {
    Change,
    Say { who: usize, objects: bool },
    Approve,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        1 => Just(Step::Change),
        6 => (0..4_usize, any::<bool>()).prop_map(|(who, objects)| Step::Say { who, objects }),
        3 => Just(Step::Approve),
    ]
}

fn parties() -> Vec<Party> {
    let two_companies = [MeetingSide::Company, MeetingSide::Company, MeetingSide::Authority];
    let with_accounts = two_companies.map(|side| Party { side, organisation: Some(OrganisationId::random()) });
    with_accounts.into_iter().chain([Party { side: MeetingSide::Community, organisation: None }]).collect()
}

proptest! {
    #[test]
    fn nothing_is_approved_unless_each_side_said_something_of_that_very_text(
        steps in prop::collection::vec(step(), 0..120)
    ) {
        let parties = parties();
        let (mut revision, mut answers, mut said) = (1_i64, vec![], vec![None; 4]);
        for step in steps {
            match step {
                Step::Change => {
                    revision += 1;
                    said = vec![None; 4];
                }
                Step::Say { who, objects } => {
                    let answer = if objects { MinutesAnswerKind::Objected } else { MinutesAnswerKind::Approved };
                    said[who] = Some(answer);
                    answers.push(Answer { party: parties[who], revision, answer });
                }
                Step::Approve => {
                    let objections = said.iter().filter(|word| **word == Some(MinutesAnswerKind::Objected)).count();
                    let all = said.iter().all(Option::is_some);
                    let expected = if all { Ok(objections) } else { Err("not_all_answered") };
                    prop_assert_eq!(settled(&parties, revision, &answers), expected);
                    if all {
                        return Ok(());
                    }
                }
            }
        }
    }
}
