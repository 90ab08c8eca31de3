//! What is kept of how a case was entered by somebody else than its reporter.

use serde::Serialize;
use utoipa::ToSchema;

use crate::grievances::consent::Consent;
use crate::names::Person;
use crate::papers::of_case::CasePaper;

/// Who entered a case for its reporter, and how the reporter agreed to it.
#[derive(Debug, Serialize, ToSchema)]
pub struct Recorded {
    /// Who noted the consent as well; none if a partner's software did.
    pub by: Option<Person>,
    /// None once it was erased.
    pub consent: Option<Consent>,
    /// The sheet that it came on.
    pub paper: Option<CasePaper>,
}
