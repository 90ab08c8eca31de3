//! Who is to sign an agreement, and who has.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use super::domain::{FEWEST_SIDES, MOST_SIDES, SignatureForm};
use super::input::NewAgreementSide;
use super::policy::{Audience, audience};
use super::store::Row;
use super::view::{AgreementSide, AgreementSignature};
use super::{AgreementId, AgreementSideId};
use crate::accounts::AccountId;
use crate::authn::Actor;
use crate::authz::Role;
use crate::db::Conn;
use crate::directory::directory;
use crate::error::{ApiError, Result};
use crate::impacts::store::path_in;
use crate::organisations::{OrganisationId, OrganisationKind};
use crate::places::PlaceId;
use crate::programmes::ProgrammeId;
use crate::schema::{agreement_sides as sides, agreement_signatures as signatures, organisations};

/// A side as the database holds it.
#[derive(Clone, Queryable, Selectable)]
#[diesel(table_name = sides)]
pub struct SideRow {
    pub id: AgreementSideId,
    pub organisation_id: Option<OrganisationId>,
    pub place_id: Option<PlaceId>,
    pub place_path: Option<String>,
}

impl SideRow {
    /// Whether somebody signs for it: a member of the organisation, or whoever speaks for the place.
    pub fn is_of(&self, actor: &Actor) -> bool {
        if let Some(organisation) = self.organisation_id {
            return organisation == actor.organisation;
        }
        match actor.role {
            Role::Community => self
                .place_path
                .as_ref()
                .is_some_and(|place| actor.territory.iter().any(|path| place.starts_with(path.as_str()))),
            Role::Company | Role::Authority | Role::Staff | Role::Protection | Role::Admin | Role::Partner => false,
        }
    }
}

/// A signature as the database holds it.
#[derive(Queryable, Selectable)]
#[diesel(table_name = signatures)]
struct SignatureRow {
    side_id: AgreementSideId,
    form: SignatureForm,
    account_id: AccountId,
    signatory: Option<String>,
    witness: Option<String>,
    signed_on: NaiveDate,
}

/// The sides of an agreement, in the order in which they were named.
pub fn of(conn: &mut Conn, agreement: AgreementId) -> Result<Vec<SideRow>> {
    Ok(sides::table
        .filter(sides::agreement_id.eq(agreement))
        .order(sides::id)
        .select(SideRow::as_select())
        .load(conn)?)
}

/// The sides that signed a text.
pub fn signed(conn: &mut Conn, agreement: AgreementId, revision: i64) -> Result<Vec<AgreementSideId>> {
    Ok(signatures::table
        .inner_join(sides::table)
        .filter(sides::agreement_id.eq(agreement).and(signatures::revision.eq(revision)))
        .select(signatures::side_id)
        .load(conn)?)
}

/// The same as the caller sees it.
pub fn seen_by(conn: &mut Conn, row: &Row, actor: &Actor) -> Result<Vec<AgreementSide>> {
    let found: Vec<SignatureRow> = signatures::table
        .inner_join(sides::table)
        .filter(sides::agreement_id.eq(row.id).and(signatures::revision.eq(row.revision)))
        .select(SignatureRow::as_select())
        .load(conn)?;
    let mut found: HashMap<AgreementSideId, SignatureRow> = found.into_iter().map(|row| (row.side_id, row)).collect();
    let all = of(conn, row.id)?;
    let names = directory(conn)?;
    let mut seen = vec![];
    for side in all {
        let signature = found.remove(&side.id).map(|signature| {
            let SignatureRow { side_id: _, form, account_id, signatory, witness, signed_on } = signature;
            match audience(actor.role) {
                Audience::Staff => {
                    let by = names.person(Some(account_id));
                    AgreementSignature { form, signed_on, by, signatory, witness }
                }
                Audience::Side => AgreementSignature { form, signed_on, by: None, signatory: None, witness: None },
            }
        });
        seen.push(AgreementSide {
            id: side.id,
            organisation: names.organisation(side.organisation_id),
            place: side.place_id.map(|place| names.place(place)).transpose()?,
            own: side.is_of(actor),
            signature,
        });
    }
    Ok(seen)
}

/// Names the sides of a new agreement or of a draft, in place of those that were named before.
pub fn replace(
    conn: &mut Conn,
    agreement: AgreementId,
    programme: ProgrammeId,
    named: &[NewAgreementSide],
    now: DateTime<Utc>,
) -> Result<()> {
    if named.len() < FEWEST_SIDES || named.len() > MOST_SIDES {
        return Err(ApiError::field("/sides", if named.len() < FEWEST_SIDES { "too_short" } else { "too_long" }));
    }
    diesel::delete(sides::table.filter(sides::agreement_id.eq(agreement))).execute(conn)?;
    for (position, side) in named.iter().enumerate() {
        let pointer = format!("/sides/{position}");
        if named.iter().take(position).any(|other| other == side) {
            return Err(ApiError::field(&pointer, "already_there"));
        }
        let path = check(conn, programme, side, &pointer)?;
        // What came in one moment keeps its order: it is that of the ids.
        let after = chrono::TimeDelta::microseconds(i64::try_from(position).unwrap_or_default());
        let row = (
            (sides::id.eq(AgreementSideId::at(now + after)), sides::agreement_id.eq(agreement)),
            (sides::organisation_id.eq(side.organisation_id), sides::place_id.eq(side.place_id)),
            sides::place_path.eq(path),
        );
        diesel::insert_into(sides::table).values(row).execute(conn)?;
    }
    Ok(())
}

/// The path of the place of a side that can be named, if it is one of a place.
fn check(conn: &mut Conn, programme: ProgrammeId, side: &NewAgreementSide, pointer: &str) -> Result<Option<String>> {
    match (side.organisation_id, side.place_id) {
        (Some(organisation), None) => {
            let kind: Option<OrganisationKind> =
                organisations::table.find(organisation).select(organisations::kind).first(conn).optional()?;
            let pointer = format!("{pointer}/organisation_id");
            match kind.ok_or_else(|| ApiError::field(&pointer, "unknown"))? {
                OrganisationKind::Partner => Err(ApiError::field(&pointer, "signs_nothing")),
                OrganisationKind::Ngo
                | OrganisationKind::Company
                | OrganisationKind::Authority
                | OrganisationKind::CommunityGroup => Ok(None),
            }
        }
        (None, Some(place)) => match path_in(conn, programme, place) {
            Ok(path) => Ok(Some(path)),
            Err(ApiError::Invalid(fields)) => {
                let code = fields.first().map_or("unknown", |field| field.code.as_str()).to_owned();
                Err(ApiError::field(&format!("{pointer}/place_id"), &code))
            }
            Err(other) => Err(other),
        },
        (Some(_), Some(_)) | (None, None) => Err(ApiError::field(pointer, "one_of_both")),
    }
}
