//! What ties a representative to one side, as declared.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::domain::InterestKind;
use super::input::InterestInput;
use super::view::MandateInterest;
use super::{MandateId, MandateInterestId};
use crate::db::Conn;
use crate::directory::directory;
use crate::error::Result;
use crate::organisations::{self, OrganisationId};
use crate::schema::mandate_interests as interests;

pub fn declare(conn: &mut Conn, mandate: MandateId, declared: &[InterestInput], now: DateTime<Utc>) -> Result<()> {
    for (index, InterestInput { kind, organisation_id, detail }) in declared.iter().enumerate() {
        if let Some(organisation) = organisation_id {
            let field = format!("/interests/{index}/organisation_id");
            organisations::store::named_in(conn, &field, *organisation)?;
        }
        diesel::insert_into(interests::table)
            .values((
                (interests::id.eq(MandateInterestId::at(now)), interests::mandate_id.eq(mandate)),
                (interests::kind.eq(*kind), interests::organisation_id.eq(*organisation_id)),
                interests::detail.eq(detail.trim()),
            ))
            .execute(conn)?;
    }
    Ok(())
}

pub fn of(conn: &mut Conn, mandate: MandateId) -> Result<Vec<MandateInterest>> {
    let rows: Vec<(InterestKind, Option<OrganisationId>, String)> = interests::table
        .filter(interests::mandate_id.eq(mandate))
        .order((interests::kind, interests::id))
        .select((interests::kind, interests::organisation_id, interests::detail))
        .load(conn)?;
    let directory = directory(conn)?;
    let view = |(kind, organisation, detail)| MandateInterest {
        kind,
        organisation: directory.organisation(organisation),
        detail,
    };
    Ok(rows.into_iter().map(view).collect())
}
