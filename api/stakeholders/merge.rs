//! Making two records one.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use serde::Deserialize;
use utoipa::ToSchema;
use validator::Validate;

use super::domain::{AgeBand, ConsentForm, ConsentStanding, Sex, StakeholderCategory, name_key};
use super::events::{self, Happened};
use super::input::StakeholderContact;
use super::likeness::pairs::Named;
use super::likeness::{self, Phone, phone_mark};
use super::policy::{GetStakeholder, MergeStakeholder};
use super::store::{Row, find, words};
use super::{StakeholderId, contact, contacts, pointers, tags};
use crate::authz::Permit;
use crate::db::Conn;
use crate::db::search::{self, Kind};
use crate::db::types::{Moment, words as list};
use crate::error::{ApiError, Result};
use crate::http::version::{changed_one, still};
use crate::http::{IfMatch, Version};
use crate::organisations::OrganisationId;
use crate::places::PlaceId;
use crate::schema::stakeholders;
use crate::secrets::Sealer;

list! {
    /// What can be taken from the other record. Languages and tags are those of both.
    MergeField {
        Name, Category, Position, Place, Organisation, Sex,
        /// The year of birth or the age band.
        Age,
        /// The consent and, since it is kept under it, what the person is reached at.
        Consent,
        Assessment,
    }
}

/// Which record becomes part of this one, and what is taken from it.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct StakeholderMerge {
    #[schema(format = Uuid)]
    pub other_id: StakeholderId,
    /// The version of the other record that was read.
    #[validate(range(min = 1))]
    #[schema(value_type = i64, minimum = 1)]
    pub other_version: Version,
    /// What is taken from it; all else stays as this record has it.
    #[validate(length(max = 9))]
    #[schema(max_items = 9)]
    pub take: Vec<MergeField>,
}

#[derive(AsChangeset)]
#[diesel(table_name = stakeholders, treat_none_as_null = true)]
struct Merged {
    category: StakeholderCategory,
    name: String,
    name_key: String,
    position: Option<String>,
    place_id: PlaceId,
    place_path: String,
    organisation_id: Option<OrganisationId>,
    sex: Option<Sex>,
    birth_year: Option<i64>,
    age_band: Option<AgeBand>,
    languages: String,
    tags: String,
    contact_sealed: Option<Vec<u8>>,
    influence: Option<i64>,
    interest: Option<i64>,
    stance: Option<i64>,
    assessed_at: Option<Moment>,
    consent: ConsentStanding,
    consent_purpose: Option<String>,
    consent_form: Option<ConsentForm>,
    consent_given_on: Option<NaiveDate>,
    consent_withdrawn_on: Option<NaiveDate>,
    words: String,
}

/// Where a record went that became part of another one within reach.
pub fn became(conn: &mut Conn, permit: &Permit<GetStakeholder>, id: StakeholderId) -> Result<Option<StakeholderId>> {
    let into: Option<Option<String>> = stakeholders::table
        .filter(stakeholders::id.eq(id))
        .filter(stakeholders::programme_id.eq_any(permit.programmes()?))
        .select(stakeholders::merged_into)
        .first(conn)
        .optional()?;
    into.flatten().map(|into| into.parse().map_err(|_| ApiError::Internal)).transpose()
}

/// Makes `wanted.other_id` part of this record.
pub fn merge(
    conn: &mut Conn,
    permit: &Permit<MergeStakeholder>,
    sealer: &Sealer,
    id: StakeholderId,
    expected: IfMatch,
    wanted: &StakeholderMerge,
    now: DateTime<Utc>,
) -> Result<Row> {
    let kept = find(conn, permit, id)?;
    still(kept.version, expected)?;
    if wanted.other_id == id {
        return Err(ApiError::field("/other_id", "itself"));
    }
    let other = find(conn, permit, wanted.other_id).named_at("/other_id")?;
    check(&kept, &other, wanted)?;
    let reached = contact_of(conn, sealer, if takes(wanted, MergeField::Consent) { &other } else { &kept })?;
    let mark = phone_mark(sealer, reached.as_ref())?;
    let merged = merged(conn, sealer, &kept, &other, wanted, reached.as_ref())?;
    let mut fields: Vec<&'static str> = vec!["merged"];
    fields.extend(wanted.take.iter().map(MergeField::as_str));
    empty(conn, &other, id, now)?;
    pointers::turn(conn, other.id, id)?;
    tags::replace(conn, id, &tags::parted(&merged.tags).map(Into::into).collect::<Vec<_>>())?;
    search::put(conn, Kind::Stakeholder, id.as_str(), &merged.words)?;
    let target = stakeholders::table.find(id).filter(stakeholders::version.eq(kept.version));
    changed_one(diesel::update(target).set((&merged, super::change::touched(kept.version, now))).execute(conn)?)?;
    events::note(conn, id, &[Happened::Changed(fields)], permit.account()?, now)?;
    likeness::renew(conn, id, Phone::Now(mark))?;
    find(conn, permit, id)
}

fn takes(wanted: &StakeholderMerge, field: MergeField) -> bool {
    wanted.take.contains(&field)
}

fn check(kept: &Row, other: &Row, wanted: &StakeholderMerge) -> Result<()> {
    still(other.version, IfMatch(wanted.other_version))?;
    if kept.programme_id != other.programme_id {
        return Err(ApiError::field("/other_id", "unknown"));
    }
    if kept.kind != other.kind {
        return Err(ApiError::field("/other_id", "another_kind"));
    }
    let (chosen, left) = if takes(wanted, MergeField::Consent) { (other, kept) } else { (kept, other) };
    // Who took the consent back took it back from both.
    let taken_back = match (chosen.consent, chosen.consent_given_on, left.consent_withdrawn_on) {
        (ConsentStanding::Given, Some(given), Some(withdrawn)) => withdrawn >= given,
        (ConsentStanding::Given | ConsentStanding::None | ConsentStanding::Withdrawn, _, _) => false,
    };
    if taken_back { Err(ApiError::field("/take", "consent_taken_back")) } else { Ok(()) }
}

fn contact_of(conn: &mut Conn, sealer: &Sealer, row: &Row) -> Result<Option<StakeholderContact>> {
    Ok(contacts::of(conn, sealer, std::slice::from_ref(row))?.remove(&row.id))
}

fn merged(
    conn: &mut Conn,
    sealer: &Sealer,
    kept: &Row,
    other: &Row,
    wanted: &StakeholderMerge,
    reached: Option<&StakeholderContact>,
) -> Result<Merged> {
    let of = |field: MergeField| if takes(wanted, field) { other } else { kept };
    let (place, aged, agreed, assessed) =
        (of(MergeField::Place), of(MergeField::Age), of(MergeField::Consent), of(MergeField::Assessment));
    let place_path: String = stakeholders::table.find(place.id).select(stakeholders::place_path).first(conn)?;
    let tags = both(&kept.tags, &other.tags, tags::MOST);
    let (name, position) = (of(MergeField::Name).name.clone(), of(MergeField::Position).position.clone());
    let found_by = words(&name, position.as_deref(), &tags);
    Ok(Merged {
        category: of(MergeField::Category).category,
        name_key: name_key(&name),
        name,
        position,
        place_id: place.place_id,
        place_path,
        organisation_id: of(MergeField::Organisation).organisation_id,
        sex: of(MergeField::Sex).sex,
        birth_year: aged.birth_year,
        age_band: aged.age_band,
        languages: tags::joined(&both(&kept.languages, &other.languages, usize::MAX)),
        tags: tags::joined(&tags),
        contact_sealed: reached.map(|reached| contact::seal(sealer, kept.id, reached)).transpose()?,
        influence: assessed.influence,
        interest: assessed.interest,
        stance: assessed.stance,
        assessed_at: assessed.assessed_at,
        consent: agreed.consent,
        consent_purpose: agreed.consent_purpose.clone(),
        consent_form: agreed.consent_form,
        consent_given_on: agreed.consent_given_on,
        consent_withdrawn_on: agreed.consent_withdrawn_on,
        words: found_by,
    })
}

/// The words of two columns, once each, as many as may be.
fn both(one: &str, other: &str, most: usize) -> Vec<String> {
    let mut all: Vec<String> = vec![];
    for word in tags::parted(one).chain(tags::parted(other)) {
        if !all.iter().any(|known| known == word) {
            all.push(word.to_owned());
        }
    }
    all.truncate(most);
    all
}

/// Leaves of a record nothing but where it went.
fn empty(conn: &mut Conn, other: &Row, into: StakeholderId, now: DateTime<Utc>) -> Result<()> {
    let bare = Merged {
        category: other.category,
        name: String::new(),
        name_key: String::new(),
        position: None,
        place_id: other.place_id,
        place_path: String::new(),
        organisation_id: None,
        sex: None,
        birth_year: None,
        age_band: None,
        languages: String::new(),
        tags: String::new(),
        contact_sealed: None,
        influence: None,
        interest: None,
        stance: None,
        assessed_at: None,
        consent: ConsentStanding::None,
        consent_purpose: None,
        consent_form: None,
        consent_given_on: None,
        consent_withdrawn_on: None,
        words: String::new(),
    };
    let set = (&bare, stakeholders::merged_into.eq(into.as_str()), super::change::touched(other.version, now));
    let target = stakeholders::table.find(other.id).filter(stakeholders::version.eq(other.version));
    changed_one(diesel::update(target).set(set).execute(conn)?)?;
    search::remove(conn, Kind::Stakeholder, other.id.as_str())
}
