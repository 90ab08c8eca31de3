//! What may be told of a group so that nobody in it is known by it.

use super::attendance::Attendance;
use super::words::HeardBand;
use crate::stakeholders::domain::{AgeBand, Sex};

/// Fewer than this are not counted in public.
pub const FEWEST: i64 = 5;

/// Whether a quote of somebody of this kind could be known: fewer than five of the kind were there.
pub fn identifies(attendance: &Attendance, sex: Sex, band: AgeBand) -> bool {
    let band = match band {
        AgeBand::From14 => HeardBand::From14,
        AgeBand::From18 => HeardBand::From18,
        AgeBand::From25 => HeardBand::From25,
        AgeBand::From36 => HeardBand::From36,
        AgeBand::From60 => HeardBand::From60,
    };
    attendance.of(sex).of(band) < FEWEST
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quote_of_one_of_few_is_not_for_others() {
        let mut attendance = Attendance::default();
        attendance.female.from36 = 5;
        attendance.female.from60 = 4;
        assert!(!identifies(&attendance, Sex::Female, AgeBand::From36));
        assert!(identifies(&attendance, Sex::Female, AgeBand::From60));
        assert!(identifies(&attendance, Sex::Male, AgeBand::From36));
    }
}
