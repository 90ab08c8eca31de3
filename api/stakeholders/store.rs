//! Reading stakeholders, within reach only, and recording new ones.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use super::StakeholderId;
use super::domain::{
    AgeBand, ConsentForm, ConsentStanding, Facts, Sex, StakeholderCategory, StakeholderKind, name_key, refused_consent,
    refused_facts,
};
use super::events::{self, Happened};
use super::input::{NewAssessment, NewConsent, NewStakeholder};
use super::likeness::{self, Phone, phone_mark};
use super::policy::CreateStakeholder;
use super::scope::within;
use super::{contact, tags};
use crate::accounts::AccountId;
use crate::authz::{Action, Permit};
use crate::db::Conn;
use crate::db::search::{self, Kind, normalise};
use crate::db::types::Moment;
use crate::error::{ApiError, FieldError, Result};
use crate::grievances::clock::day_of;
use crate::http::Version;
use crate::organisations::{self, OrganisationId};
use crate::places::{self, PlaceId};
use crate::programmes::ProgrammeId;
use crate::schema::stakeholders;
use crate::secrets::Sealer;

/// A stakeholder as the database holds it, without the sealed contact.
#[derive(Clone, Queryable, Selectable)]
#[diesel(table_name = stakeholders)]
pub struct Row {
    pub id: StakeholderId,
    pub version: Version,
    pub programme_id: ProgrammeId,
    pub kind: StakeholderKind,
    pub category: StakeholderCategory,
    pub name: String,
    pub position: Option<String>,
    pub place_id: PlaceId,
    pub organisation_id: Option<OrganisationId>,
    pub sex: Option<Sex>,
    pub birth_year: Option<i64>,
    pub age_band: Option<AgeBand>,
    pub languages: String,
    pub tags: String,
    pub influence: Option<i64>,
    pub interest: Option<i64>,
    pub stance: Option<i64>,
    pub assessed_at: Option<Moment>,
    pub consent: ConsentStanding,
    pub consent_purpose: Option<String>,
    pub consent_form: Option<ConsentForm>,
    pub consent_given_on: Option<NaiveDate>,
    pub consent_withdrawn_on: Option<NaiveDate>,
    pub created_by: AccountId,
    pub created_at: Moment,
    pub updated_at: Moment,
    #[diesel(select_expression = stakeholders::contact_sealed.is_not_null())]
    pub has_contact: bool,
}

/// The stakeholder, if within the permit's reach; 404 otherwise.
pub fn find<A: Action>(conn: &mut Conn, permit: &Permit<A>, id: StakeholderId) -> Result<Row> {
    Ok(stakeholders::table
        .filter(stakeholders::id.eq(id))
        .filter(within(permit)?)
        .select(Row::as_select())
        .first(conn)?)
}

/// What a search looks through.
pub(super) fn words(name: &str, position: Option<&str>, tags: &[String]) -> String {
    let all = [name].into_iter().chain(position).chain(tags.iter().map(String::as_str));
    normalise(&all.collect::<Vec<_>>().join("\n"))
}

/// Records a stakeholder in one of the caller's programmes.
pub fn create(
    conn: &mut Conn,
    permit: &Permit<CreateStakeholder>,
    sealer: &Sealer,
    new: &NewStakeholder,
    now: DateTime<Utc>,
) -> Result<Row> {
    if !permit.programmes()?.contains(&new.programme_id) {
        return Err(ApiError::field("/programme_id", "unknown"));
    }
    let id = insert(conn, sealer, new, permit.account()?, now)?;
    find(conn, permit, id)
}

/// A stakeholder that the caller has just written, whoever may read it.
pub(crate) fn reread(conn: &mut Conn, id: StakeholderId) -> Result<Row> {
    Ok(stakeholders::table.find(id).select(Row::as_select()).first(conn)?)
}

/// Writes a new stakeholder with all that belongs to it, whoever may record it.
pub fn insert(
    conn: &mut Conn,
    sealer: &Sealer,
    new: &NewStakeholder,
    by: AccountId,
    now: DateTime<Utc>,
) -> Result<StakeholderId> {
    check(new, day_of(now))?;
    let place = places::store::named_in(conn, "/place_id", new.place_id)?;
    if let Some(organisation) = new.organisation_id {
        organisations::store::named_in(conn, "/organisation_id", organisation)?;
    }
    let id = StakeholderId::at(now);
    let tags = tags::once(&new.tags);
    let name = new.name.trim();
    let words = words(name, new.position.as_deref(), &tags);
    let sealed = new.contact.as_ref().map(|contact| contact::seal(sealer, id, contact)).transpose()?;
    let (at, assessment, consent) = (Moment::from(now), new.assessment.as_ref(), new.consent.as_ref());
    let row = (
        (stakeholders::id.eq(id), stakeholders::programme_id.eq(new.programme_id), stakeholders::kind.eq(new.kind)),
        (stakeholders::category.eq(new.category), stakeholders::name.eq(name)),
        (stakeholders::name_key.eq(name_key(name)), stakeholders::position.eq(new.position.as_deref().map(str::trim))),
        (stakeholders::place_id.eq(new.place_id), stakeholders::place_path.eq(place.path)),
        (stakeholders::organisation_id.eq(new.organisation_id), stakeholders::sex.eq(new.sex)),
        (stakeholders::birth_year.eq(new.birth_year), stakeholders::age_band.eq(new.age_band)),
        (stakeholders::languages.eq(tags::languages(&new.languages)), stakeholders::tags.eq(tags::joined(&tags))),
        (stakeholders::contact_sealed.eq(sealed), stakeholders::words.eq(&words)),
        (
            stakeholders::influence.eq(assessment.map(|assessed| assessed.influence)),
            stakeholders::interest.eq(assessment.map(|assessed| assessed.interest)),
            stakeholders::stance.eq(assessment.map(|assessed| assessed.stance)),
            stakeholders::assessed_at.eq(assessment.map(|_| at)),
        ),
        (
            stakeholders::consent.eq(consent.map_or(ConsentStanding::None, |_| ConsentStanding::Given)),
            stakeholders::consent_purpose.eq(consent.map(|consent| consent.purpose.trim())),
            stakeholders::consent_form.eq(consent.map(|consent| consent.form)),
            stakeholders::consent_given_on.eq(consent.map(|consent| consent.given_on)),
        ),
        (stakeholders::created_by.eq(by), stakeholders::created_at.eq(at), stakeholders::updated_at.eq(at)),
    );
    diesel::insert_into(stakeholders::table).values(row).execute(conn)?;
    tags::replace(conn, id, &tags)?;
    search::add(conn, Kind::Stakeholder, id.as_str(), &words)?;
    events::note(conn, id, &beginnings(new), by, now)?;
    likeness::renew(conn, id, Phone::Now(phone_mark(sealer, new.contact.as_ref())?))?;
    Ok(id)
}

fn check(new: &NewStakeholder, today: NaiveDate) -> Result<()> {
    refuse(refused(new, today))
}

/// Which fields can't be so, and why.
pub fn refused(new: &NewStakeholder, today: NaiveDate) -> Vec<(&'static str, &'static str)> {
    let NewStakeholder { kind, sex, birth_year, age_band, contact, consent, .. } = new;
    let facts = Facts { kind: *kind, sex: *sex, birth_year: *birth_year, age_band: *age_band };
    let mut refused = refused_facts(facts, today);
    if new.name.trim().is_empty() {
        refused.push(("/name", "too_short"));
    }
    match (contact, consent) {
        (Some(contact), _) if contact.is_empty() => refused.push(("/contact", "empty")),
        (Some(_), None) => refused.push(("/contact", "without_consent")),
        (Some(_) | None, _) => {}
    }
    let day = consent.as_ref().and_then(|consent| refused_consent(consent.given_on, today));
    refused.extend(day.map(|code| ("/consent/given_on", code)));
    refused
}

/// The fields that were refused, if any were.
pub(super) fn refuse(refused: Vec<(&'static str, &'static str)>) -> Result<()> {
    if refused.is_empty() {
        return Ok(());
    }
    let field = |(pointer, code): (&str, &str)| FieldError { pointer: pointer.into(), code: code.into() };
    Err(ApiError::Invalid(refused.into_iter().map(field).collect()))
}

/// What the history of a new record begins with.
pub(super) fn beginnings(new: &NewStakeholder) -> Vec<Happened<'_>> {
    let mut first = vec![Happened::Created];
    first.extend(
        new.consent
            .as_ref()
            .map(|NewConsent { purpose, given_on, form: _ }| Happened::ConsentGiven { purpose, given_on: *given_on }),
    );
    first.extend(new.assessment.as_ref().map(|NewAssessment { influence, interest, stance, reason }| {
        Happened::Assessed { influence: *influence, interest: *interest, stance: *stance, reason }
    }));
    first
}
