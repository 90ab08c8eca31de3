//! What may be done with a contact now.

use super::policy::{CompleteFollowUp, ReopenFollowUp, UpdateEngagement};
use super::store::Row;
use crate::authz::{Role, allowed};

pub fn actions(role: Role, row: &Row) -> Vec<&'static str> {
    if row.is_erased() {
        return vec![];
    }
    let follow_up = match (&row.task, row.done_on) {
        (None, _) => None,
        (Some(_), None) => allowed::<CompleteFollowUp>(role),
        (Some(_), Some(_)) => allowed::<ReopenFollowUp>(role),
    };
    [allowed::<UpdateEngagement>(role), follow_up].into_iter().flatten().collect()
}
