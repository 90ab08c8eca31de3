//! The closed lists of the register.

use crate::db::types::words;

words! {
    StakeholderKind { Person, Group }
}

words! {
    /// On which side of the table somebody sits.
    StakeholderCategory {
        Resident, Herder, Youth, WomensGroup, Elders, Company, Authority, Media, CivilSociety, Donor, Other,
    }
}

words! {
    Sex { Female, Male }
}

words! {
    /// Of which age somebody is, by the first year of the band: 14 to 17, 18 to 24, 25 to 35, 36 to 59, 60 and more.
    AgeBand { From14, From18, From25, From36, From60 }
}

impl AgeBand {
    /// 14 to 35, as in the Kyrgyz law on youth policy.
    pub fn is_youth(self) -> bool {
        match self {
            Self::From14 | Self::From18 | Self::From25 => true,
            Self::From36 | Self::From60 => false,
        }
    }
}

words! {
    /// What somebody can be talked to in (ISO 639).
    SpokenLanguage {
        Ky, Ru, Uz, Tg,
        /// Dungan.
        Dng,
        Zh, Tr, En,
    }
}

words! {
    /// How somebody agreed to being in the register.
    ConsentForm { Spoken, Signed, Thumbprint }
}

words! {
    /// Whether somebody agreed to being in the register.
    ConsentStanding {
        /// Nobody has asked, or nobody wrote it down.
        None,
        Given,
        Withdrawn,
    }
}

words! {
    /// What happened to a record.
    StakeholderEventKind { Created, Changed, Assessed, ConsentGiven, ConsentWithdrawn }
}

/// The stances from -2 to 2, by name.
pub const STANCES: [&str; 5] = ["strongly_against", "against", "between", "for", "strongly_for"];

/// What a stance is called.
pub fn stance_word(stance: i64) -> Option<&'static str> {
    STANCES.get(usize::try_from(stance + 2).ok()?).copied()
}
