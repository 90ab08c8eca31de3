//! Changing a record, and assessing anew.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use super::StakeholderId;
use super::domain::{AgeBand, ConsentStanding, Facts, Sex, StakeholderCategory, name_key, refused_facts};
use super::events::{self, Happened};
use super::input::{Reassessment, StakeholderChange, StakeholderContact};
use super::likeness::{self, Phone, phone_mark};
use super::policy::{ReassessStakeholder, UpdateStakeholder};
use super::store::{Row, find, refuse, words};
use super::{contact, tags};
use crate::accounts::AccountId;
use crate::authz::Permit;
use crate::db::Conn;
use crate::db::search::{self, Kind};
use crate::db::types::Moment;
use crate::error::Result;
use crate::grievances::clock::day_of;
use crate::http::version::{changed_one, still};
use crate::http::{IfMatch, Version};
use crate::organisations::{self, OrganisationId};
use crate::places::{self, PlaceId};
use crate::schema::stakeholders;
use crate::secrets::Sealer;

#[derive(Default, AsChangeset)]
#[diesel(table_name = stakeholders)]
struct Changes {
    category: Option<StakeholderCategory>,
    name: Option<String>,
    name_key: Option<String>,
    position: Option<Option<String>>,
    place_id: Option<PlaceId>,
    place_path: Option<String>,
    organisation_id: Option<Option<OrganisationId>>,
    sex: Option<Option<Sex>>,
    birth_year: Option<Option<i64>>,
    age_band: Option<Option<AgeBand>>,
    languages: Option<String>,
    tags: Option<String>,
    contact_sealed: Option<Option<Vec<u8>>>,
    words: Option<String>,
}

/// Changes a record; one that is already so stays as it is, and so does its version.
pub fn update(
    conn: &mut Conn,
    permit: &Permit<UpdateStakeholder>,
    sealer: &Sealer,
    id: StakeholderId,
    expected: IfMatch,
    change: &StakeholderChange,
    now: DateTime<Utc>,
) -> Result<Row> {
    let before = find(conn, permit, id)?;
    still(before.version, expected)?;
    check(&before, change, day_of(now))?;
    let mut tags = change.tags.as_deref().map(tags::once);
    let fields = changed_fields(&before, change, tags.as_deref());
    if fields.is_empty() {
        return Ok(before);
    }
    let mut changes = changes(conn, sealer, &before, change)?;
    changes.tags = tags.as_deref().map(tags::joined);
    if let Some(tags) = &tags {
        tags::replace(conn, id, tags)?;
    }
    let tags = tags.take().unwrap_or_else(|| tags::parted(&before.tags).map(Into::into).collect());
    let name = changes.name.as_deref().unwrap_or(&before.name);
    let position = changes.position.as_ref().unwrap_or(&before.position).as_deref();
    let words = words(name, position, &tags);
    search::put(conn, Kind::Stakeholder, id.as_str(), &words)?;
    changes.words = Some(words);
    let set = (&changes, touched(before.version, now));
    let target = stakeholders::table.find(id).filter(stakeholders::version.eq(before.version));
    changed_one(diesel::update(target).set(set).execute(conn)?)?;
    events::note(conn, id, &[Happened::Changed(fields)], permit.account()?, now)?;
    let phone = match &change.contact {
        Some(contact) => Phone::Now(phone_mark(sealer, contact.as_ref())?),
        None => Phone::Kept,
    };
    likeness::renew(conn, id, phone)?;
    find(conn, permit, id)
}

type Touched = (diesel::dsl::Eq<stakeholders::version, Version>, diesel::dsl::Eq<stakeholders::updated_at, Moment>);

/// What every change of a record of this version sets.
pub(super) fn touched(version: Version, now: DateTime<Utc>) -> Touched {
    (stakeholders::version.eq(version + 1), stakeholders::updated_at.eq(Moment::from(now)))
}

fn check(before: &Row, change: &StakeholderChange, today: NaiveDate) -> Result<()> {
    let facts = Facts {
        kind: before.kind,
        sex: change.sex.unwrap_or(before.sex),
        birth_year: change.birth_year.unwrap_or(before.birth_year),
        age_band: change.age_band.unwrap_or(before.age_band),
    };
    let mut refused = refused_facts(facts, today);
    if change.name.as_deref().is_some_and(|name| name.trim().is_empty()) {
        refused.push(("/name", "too_short"));
    }
    if let Some(Some(contact)) = &change.contact {
        if contact.is_empty() {
            refused.push(("/contact", "empty"));
        } else if before.consent != ConsentStanding::Given {
            refused.push(("/contact", "without_consent"));
        }
    }
    refuse(refused)
}

fn changes(conn: &mut Conn, sealer: &Sealer, before: &Row, change: &StakeholderChange) -> Result<Changes> {
    let place = change.place_id.map(|place| places::store::named_in(conn, "/place_id", place)).transpose()?;
    if let Some(Some(organisation)) = change.organisation_id {
        organisations::store::named_in(conn, "/organisation_id", organisation)?;
    }
    let sealed = |contact: &Option<StakeholderContact>| {
        contact.as_ref().map(|contact| contact::seal(sealer, before.id, contact)).transpose()
    };
    let name = change.name.as_deref().map(str::trim);
    Ok(Changes {
        category: change.category,
        name: name.map(Into::into),
        name_key: name.map(name_key),
        position: change.position.as_ref().map(|position| position.as_deref().map(|text| text.trim().to_owned())),
        place_id: change.place_id,
        place_path: place.map(|place| place.path),
        organisation_id: change.organisation_id,
        sex: change.sex,
        birth_year: change.birth_year,
        age_band: change.age_band,
        languages: change.languages.as_deref().map(tags::languages),
        tags: None,
        contact_sealed: change.contact.as_ref().map(sealed).transpose()?,
        words: None,
    })
}

fn differs<T: PartialEq>(now: &T, new: Option<&T>) -> bool {
    new.is_some_and(|new| new != now)
}

/// The names of the fields that become others. A contact counts as changed whenever it is given: it is not opened for this.
fn changed_fields(before: &Row, change: &StakeholderChange, tags: Option<&[String]>) -> Vec<&'static str> {
    let joined = tags.map(tags::joined);
    let spoken = change.languages.as_deref().map(tags::languages);
    let contact = match &change.contact {
        Some(Some(_)) => true,
        Some(None) => before.has_contact,
        None => false,
    };
    [
        ("category", differs(&before.category, change.category.as_ref())),
        ("name", change.name.as_deref().is_some_and(|name| name.trim() != before.name)),
        ("position", differs(&before.position, change.position.as_ref())),
        ("place", differs(&before.place_id, change.place_id.as_ref())),
        ("organisation", differs(&before.organisation_id, change.organisation_id.as_ref())),
        ("sex", differs(&before.sex, change.sex.as_ref())),
        ("birth_year", differs(&before.birth_year, change.birth_year.as_ref())),
        ("age_band", differs(&before.age_band, change.age_band.as_ref())),
        ("languages", differs(&before.languages, spoken.as_ref())),
        ("tags", differs(&before.tags, joined.as_ref())),
        ("contact", contact),
    ]
    .into_iter()
    .filter(|(_, changed)| *changed)
    .map(|(field, _)| field)
    .collect()
}

/// Assesses somebody anew. What is left out stays as it was; the first time there is nothing that could.
pub fn reassess(
    conn: &mut Conn,
    permit: &Permit<ReassessStakeholder>,
    id: StakeholderId,
    expected: IfMatch,
    new: &Reassessment,
    now: DateTime<Utc>,
) -> Result<Row> {
    let before = find(conn, permit, id)?;
    still(before.version, expected)?;
    let values = [
        ("/influence", new.influence.or(before.influence)),
        ("/interest", new.interest.or(before.interest)),
        ("/stance", new.stance.or(before.stance)),
    ];
    let missing = values.iter().filter(|(_, value)| value.is_none()).map(|(field, _)| (*field, "required"));
    refuse(missing.collect())?;
    let values = values.map(|(_, value)| value.unwrap_or_default());
    assess(conn, &before, values, &new.reason, permit.account()?, now)?;
    find(conn, permit, id)
}

/// Notes what somebody thinks now of the influence, the interest and the stance of a stakeholder.
pub(crate) fn assess(
    conn: &mut Conn,
    before: &Row,
    [influence, interest, stance]: [i64; 3],
    reason: &str,
    by: AccountId,
    now: DateTime<Utc>,
) -> Result<()> {
    let set = (
        (stakeholders::influence.eq(influence), stakeholders::interest.eq(interest), stakeholders::stance.eq(stance)),
        stakeholders::assessed_at.eq(Moment::from(now)),
        touched(before.version, now),
    );
    let target = stakeholders::table.find(before.id).filter(stakeholders::version.eq(before.version));
    changed_one(diesel::update(target).set(set).execute(conn)?)?;
    let happened = Happened::Assessed { influence, interest, stance, reason };
    events::note(conn, before.id, &[happened], by, now)
}
