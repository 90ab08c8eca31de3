//! Who came and who spoke, in figures, as far as a reader of minutes is told.

use super::domain::Reader;
use crate::figures::domain::{Table, coarse};
use crate::headcount::HeadcountTotals;
use crate::meetings::day::domain::DayState;
use crate::meetings::day::render;
use crate::meetings::day::view::{SideAttendance, SideVoice};
use crate::meetings::domain::MeetingSide;

/// Whether a reader is told every person. In a village a count of one woman over sixty is a name: who was there knows her
/// anyway, and nobody else is told of fewer than five.
pub fn exact(reader: Reader) -> bool {
    match reader {
        Reader::Staff | Reader::Party => true,
        Reader::Other => false,
    }
}

/// Who came, by side: of which sex and age is the programme's own.
pub fn attendance(reader: Reader, day: &DayState) -> Vec<SideAttendance> {
    let came = render::attendance(day);
    match reader {
        Reader::Staff => came,
        Reader::Party => came.into_iter().map(in_totals).collect(),
        Reader::Other => came_in_fives(&came),
    }
}

/// How often who spoke, by side.
pub fn voice(reader: Reader, day: &DayState) -> Vec<SideVoice> {
    let spoke = render::voice(day);
    match reader {
        Reader::Staff | Reader::Party => spoke,
        Reader::Other => spoke_in_fives(&spoke),
    }
}

fn in_totals(side: SideAttendance) -> SideAttendance {
    SideAttendance { counts: vec![], walk_ins: None, ..side }
}

fn came_in_fives(came: &[SideAttendance]) -> Vec<SideAttendance> {
    let fives = |of: fn(&SideAttendance) -> i64| coarse(&came.iter().map(|side| (side.side, of(side))).collect());
    let people = fives(|side| side.totals.people);
    let (women, youth) = (fives(|side| side.totals.women), fives(|side| side.totals.youth));
    people
        .iter()
        .map(|(side, people)| {
            let totals = HeadcountTotals { people: *people, women: told(&women, *side), youth: told(&youth, *side) };
            SideAttendance { side: *side, totals, counts: vec![], walk_ins: None }
        })
        .collect()
}

fn spoke_in_fives(spoke: &[SideVoice]) -> Vec<SideVoice> {
    let fives = |of: fn(&SideVoice) -> i64| coarse(&spoke.iter().map(|side| (side.side, of(side))).collect());
    let turns = fives(|side| side.turns);
    let (women, youth) = (fives(|side| side.women), fives(|side| side.youth));
    turns
        .iter()
        .map(|(side, turns)| {
            let (women, youth) = (told(&women, *side), told(&youth, *side));
            SideVoice { side: *side, turns: *turns, women, youth }
        })
        .collect()
}

fn told(fives: &Table<MeetingSide>, side: MeetingSide) -> i64 {
    fives.get(&side).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::headcount::{CountedBand, Headcount};
    use crate::meetings::day::domain::SideState;
    use crate::stakeholders::domain::Sex;

    fn day() -> DayState {
        let count = |sex, band, people| Headcount { sex, band, people };
        let many = SideState {
            counts: vec![count(Sex::Female, CountedBand::From60, 1), count(Sex::Male, CountedBand::From36, 11)],
            walk_ins: 1,
            turns: 7,
            turns_of_women: 5,
            turns_of_youth: 4,
        };
        let few =
            SideState { counts: vec![count(Sex::Female, CountedBand::From18, 4)], turns: 4, ..SideState::default() };
        DayState { sides: [(MeetingSide::Community, many), (MeetingSide::Company, few)].into(), ..DayState::default() }
    }

    fn of(reader: Reader, side: MeetingSide) -> Option<SideAttendance> {
        attendance(reader, &day()).into_iter().find(|told| told.side == side)
    }

    #[test]
    fn of_which_sex_and_age_people_were_is_told_to_staff_alone() {
        let staff = of(Reader::Staff, MeetingSide::Community).unwrap();
        assert_eq!((staff.counts.len(), staff.walk_ins), (2, Some(1)));
        let party = of(Reader::Party, MeetingSide::Community).unwrap();
        assert_eq!((party.counts.len(), party.walk_ins), (0, None));
        assert_eq!(party.totals, HeadcountTotals { people: 12, women: 1, youth: 0 });
        assert_eq!(voice(Reader::Party, &day()), voice(Reader::Staff, &day()));
    }

    #[test]
    fn who_was_not_there_is_told_of_no_fewer_than_five() {
        let many = of(Reader::Other, MeetingSide::Community).unwrap();
        assert_eq!(many.totals, HeadcountTotals { people: 10, women: 0, youth: 0 });
        assert_eq!((many.counts.len(), many.walk_ins), (0, None));
        assert_eq!(of(Reader::Other, MeetingSide::Company), None);
        let spoke = SideVoice { side: MeetingSide::Community, turns: 5, women: 5, youth: 0 };
        assert_eq!(voice(Reader::Other, &day()), [spoke]);
        assert!(!exact(Reader::Other) && exact(Reader::Party) && exact(Reader::Staff));
    }
}
