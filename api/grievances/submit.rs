//! Raising a grievance: by anybody, or by somebody of the programme for somebody else.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use super::GrievanceId;
use super::clock::{self, ClockColumns};
use super::consent::GivenConsent;
use super::domain::{Category, Channel, Confidentiality, ConsentGiven, Move, Sensitivity, State, Track};
use super::{moves, reference};
use crate::accounts::AccountId;
use crate::audit::{self, Subject};
use crate::authz::{Scope, Who};
use crate::db::Conn;
use crate::db::search::{self, Kind};
use crate::db::types::Moment;
use crate::directory::{Directory, directory};
use crate::error::{ApiError, Result};
use crate::names::Language;
use crate::organisations::OrganisationId;
use crate::places::PlaceId;
use crate::programmes::ProgrammeId;
use crate::protection::check_ins;
use crate::protection::check_ins::domain::CountedFrom;
use crate::schema::grievances;
use crate::secrets::Sealer;
use crate::sites::SiteId;

/// A grievance, in the reporter's words.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Submission {
    pub language: Language,
    pub confidentiality: Confidentiality,
    /// Where: a village, an aimak or whatever is known.
    #[schema(format = Uuid)]
    pub place_id: PlaceId,
    #[schema(format = Uuid)]
    pub site_id: Option<SiteId>,
    pub category: Option<Category>,
    /// What happened.
    #[validate(length(min = 10, max = 10000))]
    #[schema(min_length = 10, max_length = 10000)]
    pub narrative: String,
    /// What would make it right.
    #[validate(length(max = 5000))]
    #[schema(max_length = 5000)]
    pub wish: Option<String>,
    pub occurred_on: Option<NaiveDate>,
    /// Who raises it; not with `anonymous`.
    #[validate(nested)]
    pub reporter: Option<ReporterIdentity>,
    /// Whether the representatives of the place may read it.
    #[serde(default)]
    pub share_with_community: bool,
}

/// Name and contact of a reporter. Stored encrypted; nothing here prints or sends it back.
#[derive(Clone, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct ReporterIdentity {
    #[validate(length(max = 200))]
    #[schema(max_length = 200)]
    pub name: Option<String>,
    /// Telephone, e-mail or where to find the person.
    #[validate(length(max = 200))]
    #[schema(max_length = 200)]
    pub contact: Option<String>,
}

impl std::fmt::Debug for ReporterIdentity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ReporterIdentity(sealed)")
    }
}

/// A grievance entered for somebody.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// How it reached whoever enters it.
    pub channel: Channel,
    #[validate(nested)]
    pub consent: GivenConsent,
    #[validate(nested)]
    pub grievance: Submission,
}

/// What the reporter keeps. The code is shown this once.
#[derive(Serialize, ToSchema)]
pub struct Receipt {
    #[schema(example = "MSL-2026-000123")]
    pub reference: String,
    /// 16 digits: the only key to the case.
    #[schema(example = "4821903317745520")]
    pub code: String,
    /// Opens `/my-case` for half an hour, to add photos now.
    pub token: String,
    pub submitted_at: DateTime<Utc>,
    /// Shows to anybody that the grievance was received, and tells nothing else of it:
    /// `1.<key>.<reference>.<seconds since 1970>.<signature>`, to be checked with `list_receipt_keys`. None where the
    /// server has no key to sign with.
    pub proof: Option<String>,
}

/// How a grievance came in, besides its words.
pub struct Intake {
    pub submission: Submission,
    pub channel: Channel,
    pub consent: Option<GivenConsent>,
    pub recorded_by: Option<AccountId>,
    pub who: Who,
    pub operation: &'static str,
    /// Where the person who enters it may enter; none for the public.
    pub scope: Option<Scope>,
    pub receipt_hash: String,
    /// When it was raised, which what comes on paper was before it is entered: the programme's time counts from here.
    pub submitted_at: DateTime<Utc>,
}

/// Writes a new case.
pub fn submit(conn: &mut Conn, sealer: &Sealer, intake: Intake, now: DateTime<Utc>) -> Result<(GrievanceId, String)> {
    let Intake { submission, channel, consent, recorded_by, who, operation, scope, receipt_hash, submitted_at } =
        intake;
    let (consent_given, consent) = consent.map(|GivenConsent { given, note }| (given, note)).unzip();
    check(&submission, now)?;
    let directory = directory(conn)?;
    let programme = programme(&directory, submission.place_id, scope.as_ref())?;
    let respondent = company(&directory, submission.site_id)?;
    let id = GrievanceId::random();
    let reference = reference::draw(conn, submitted_at)?;
    let clock = clock::begin(&directory, programme, submitted_at, now);
    let row = NewGrievance {
        id,
        programme_id: programme,
        reference: reference.clone(),
        receipt_hash,
        state: State::Submitted,
        track: Track::Normal,
        sensitivity: Sensitivity::Normal,
        confidentiality: submission.confidentiality,
        channel,
        language: submission.language,
        category: submission.category,
        place_id: submission.place_id,
        site_id: submission.site_id,
        respondent_id: respondent,
        recorded_by,
        consent: consent.flatten(),
        consent_given,
        shared_with_community: submission.share_with_community,
        narrative: submission.narrative.trim().to_owned(),
        wish: submission.wish.map(|wish| wish.trim().to_owned()).filter(|wish| !wish.is_empty()),
        occurred_on: submission.occurred_on,
        reporter_sealed: seal(sealer, id, submission.reporter)?,
        clock: clock.into(),
        submitted_at: submitted_at.into(),
        updated_at: now.into(),
    };
    diesel::insert_into(grievances::table).values(&row).execute(conn)?;
    let counted = clock::version(conn)?;
    clock::insert(conn, id, &clock, counted)?;
    let words = [Some(row.reference.as_str()), Some(&row.narrative), row.wish.as_deref()];
    search::add(conn, Kind::GrievanceStaff, id.as_str(), &words.map(Option::unwrap_or_default).join("\n"))?;
    // From now on the reporter can be asked: before, the code opened nothing.
    check_ins::store::plan(conn, id, CountedFrom::Submission, now)?;
    moves::note_event(conn, id, Move::Submit, None, State::Submitted, recorded_by, None, submitted_at)?;
    audit::record(conn, &who, operation, &Subject::new("grievance", id), "", now)?;
    Ok((id, reference))
}

#[derive(Insertable)]
#[diesel(table_name = grievances)]
struct NewGrievance {
    id: GrievanceId,
    programme_id: ProgrammeId,
    reference: String,
    receipt_hash: String,
    state: State,
    track: Track,
    sensitivity: Sensitivity,
    confidentiality: Confidentiality,
    channel: Channel,
    language: Language,
    category: Option<Category>,
    place_id: PlaceId,
    site_id: Option<SiteId>,
    respondent_id: Option<OrganisationId>,
    recorded_by: Option<AccountId>,
    consent: Option<String>,
    consent_given: Option<ConsentGiven>,
    shared_with_community: bool,
    narrative: String,
    wish: Option<String>,
    occurred_on: Option<NaiveDate>,
    reporter_sealed: Option<Vec<u8>>,
    #[diesel(embed)]
    clock: ClockColumns,
    submitted_at: Moment,
    updated_at: Moment,
}

fn check(submission: &Submission, now: DateTime<Utc>) -> Result<()> {
    let today = now.with_timezone(&chrono_tz::Asia::Bishkek).date_naive();
    if submission.occurred_on.is_some_and(|day| day > today) {
        return Err(ApiError::field("/occurred_on", "in_the_future"));
    }
    if submission.confidentiality == Confidentiality::Anonymous && submission.reporter.is_some() {
        return Err(ApiError::field("/reporter", "not_with_anonymous"));
    }
    Ok(())
}

fn seal(sealer: &Sealer, id: GrievanceId, reporter: Option<ReporterIdentity>) -> Result<Option<Vec<u8>>> {
    let Some(reporter) = reporter.filter(|reporter| reporter.name.is_some() || reporter.contact.is_some()) else {
        return Ok(None);
    };
    let plain = serde_json::to_vec(&reporter).map_err(|_| ApiError::Internal)?;
    sealer.seal(&identity_place(id.as_str()), &plain).map(Some)
}

/// Where the identity of a case is sealed.
pub fn identity_place(id: &str) -> String {
    format!("grievances/{id}/reporter")
}

/// The running programme that works where the case lies, within the reach of whoever enters it.
fn programme(directory: &Directory, place: PlaceId, scope: Option<&Scope>) -> Result<ProgrammeId> {
    let path = directory.path(place).ok_or_else(|| ApiError::field("/place_id", "unknown"))?;
    directory
        .programmes_at(path)
        .find(|programme| allows(scope, *programme, path))
        .ok_or_else(|| ApiError::field("/place_id", "outside_programme"))
}

fn allows(scope: Option<&Scope>, programme: ProgrammeId, path: &str) -> bool {
    match scope {
        None => true,
        Some(Scope::Programmes { ids, protection: _ }) => ids.contains(&programme),
        Some(Scope::Released { programmes }) => programmes.contains(&programme),
        Some(Scope::Community { account: _, paths, programmes }) => {
            programmes.contains(&programme) && paths.iter().any(|own| path.starts_with(own.as_str()))
        }
        Some(Scope::Everything | Scope::Account(_) | Scope::Company { .. } | Scope::Territory { .. }) => false,
    }
}

/// The company of a site.
pub(super) fn company(directory: &Directory, site: Option<SiteId>) -> Result<Option<OrganisationId>> {
    let Some(site) = site else { return Ok(None) };
    directory.company(site).map(Some).ok_or_else(|| ApiError::field("/site_id", "unknown"))
}
