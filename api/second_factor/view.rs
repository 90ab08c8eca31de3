//! A second factor as its holder sees it.

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::domain::{Demand, FactorState};
use super::policy::{
    AcknowledgeFactorReset, BeginSecondFactor, ConfirmSecondFactor, RemoveSecondFactor, RenewRecoveryCodes,
};
use super::qr::Qr;
use super::store::Standing;
use crate::authz::{Action, Role};
use crate::db::types::Moment;

/// The caller's second factor. The secret itself is shown once, when it is set up.
#[derive(Debug, Serialize, ToSchema)]
pub struct SecondFactor {
    pub state: FactorState,
    /// Whether accounts of this role must have one.
    pub required: bool,
    pub confirmed_at: Option<DateTime<Utc>>,
    /// Recovery codes that were not used yet.
    pub recovery_codes_left: i64,
    /// When an administrator took it away, until the caller acknowledges that or sets up another.
    pub reset_at: Option<DateTime<Utc>>,
    /// What the caller may do with it now.
    pub actions: Vec<&'static str>,
}

impl SecondFactor {
    pub fn of(standing: &Standing, recovery_codes_left: i64, demand: Demand, role: Role) -> Self {
        let state = demand.state(role, standing.confirmed_at.is_some());
        let (on, required) = (state == FactorState::On, demand.of(role));
        let told = standing.reset_at.is_none();
        let actions = [
            (BeginSecondFactor::OPERATION, true),
            (ConfirmSecondFactor::OPERATION, true),
            (RenewRecoveryCodes::OPERATION, on),
            (RemoveSecondFactor::OPERATION, on && !required),
            (AcknowledgeFactorReset::OPERATION, !told && state != FactorState::Needed),
        ];
        Self {
            state,
            required,
            confirmed_at: standing.confirmed_at.map(Moment::utc),
            recovery_codes_left,
            reset_at: standing.reset_at.map(Moment::utc),
            actions: actions.into_iter().filter(|(_, may)| *may).map(|(operation, _)| operation).collect(),
        }
    }
}

/// A new secret, to be put into a phone's app within half an hour. It can't be read again.
#[derive(Serialize, ToSchema)]
pub struct Enrolment {
    /// To be typed where no camera is at hand: base32.
    #[schema(example = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")]
    pub key: String,
    /// To be opened on the phone itself.
    pub url: String,
    /// `url`, to be scanned.
    pub qr: Qr,
}

/// Codes that stand for the phone's, once each. They can't be read again.
#[derive(Serialize, ToSchema)]
pub struct RecoveryCodes {
    #[schema(min_items = 10, max_items = 10, example = json!(["k7mq-2xpd-9fhr"]))]
    pub codes: Vec<String>,
}
