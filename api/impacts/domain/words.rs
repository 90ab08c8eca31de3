//! The closed lists of the register.

use crate::db::types::words;

words! {
    /// How far an impact has come.
    ImpactState {
        /// Somebody said so.
        Reported,
        /// Those it is about have confirmed it.
        Validated,
        /// A group has chosen it as one that matters most.
        Prioritised,
        /// It is to be talked of with the other sides.
        OnAgenda,
        /// Something was done about it.
        Addressed,
        Dismissed,
    }
}

words! {
    /// What moves an impact on, or is noted on its way.
    ImpactMove {
        Report, Change, Validate, Prioritise, PutOnAgenda, Address, Dismiss,
        /// Back to the beginning.
        Return,
        Publish, WithdrawPublication,
    }
}

words! {
    ImpactDirection { Positive, Negative }
}

words! {
    /// Whether it happens, or people expect that it will.
    ImpactBasis { Actual, Feared }
}

words! {
    /// How far it reaches.
    ImpactExtent { FewHouseholds, Village, SeveralVillages, District, Region }
}

words! {
    /// A kind of group that is affected.
    AffectedGroup {
        Everybody, Women, Youth, Children, Elders, Herders, Farmers, Workers, Businesses, PeopleWithDisabilities, Other,
    }
}

words! {
    /// What an impact is known from.
    ImpactSourceKind {
        /// A case says so.
        Grievance,
        /// Somebody of the programme saw or heard it.
        Observed,
    }
}
