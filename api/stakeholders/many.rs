//! Recording many stakeholders at once, with few statements.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use diesel::prelude::*;

use super::StakeholderId;
use super::domain::{
    AgeBand, ConsentForm, ConsentStanding, Likeness, Sex, StakeholderCategory, StakeholderKind, name_key,
};
use super::events;
use super::input::NewStakeholder;
use super::likeness::{self, Somebody, phone_mark};
use super::store::{beginnings, words};
use super::{contact, tags};
use crate::accounts::AccountId;
use crate::db::search::{self, Document, Kind};
use crate::db::types::Moment;
use crate::db::{Conn, insert_many};
use crate::error::Result;
use crate::organisations::OrganisationId;
use crate::places::PlaceId;
use crate::programmes::ProgrammeId;
use crate::schema::{stakeholder_events, stakeholder_tags, stakeholders};
use crate::secrets::Sealer;

#[derive(Insertable)]
#[diesel(table_name = stakeholders, treat_none_as_default_value = false)]
struct NewRow<'a> {
    id: StakeholderId,
    version: i64,
    programme_id: ProgrammeId,
    kind: StakeholderKind,
    category: StakeholderCategory,
    name: &'a str,
    name_key: String,
    position: Option<&'a str>,
    place_id: PlaceId,
    place_path: &'a str,
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
    consent_purpose: Option<&'a str>,
    consent_form: Option<ConsentForm>,
    consent_given_on: Option<NaiveDate>,
    consent_withdrawn_on: Option<NaiveDate>,
    words: String,
    created_by: AccountId,
    created_at: Moment,
    updated_at: Moment,
}

/// A stakeholder whose fields were all checked, and the path of its place.
pub struct Checked {
    pub new: NewStakeholder,
    pub place_path: String,
}

/// Records stakeholders in this order, each as [`super::store::insert`] would but for [`likeness::keep`]: that costs least for
/// all together.
pub fn insert(
    conn: &mut Conn,
    sealer: &Sealer,
    people: &[Checked],
    by: AccountId,
    now: DateTime<Utc>,
) -> Result<Vec<(StakeholderId, Somebody)>> {
    let (mut rows, mut tagged, mut documents, mut known) = (vec![], vec![], vec![], vec![]);
    let ids: Vec<StakeholderId> = moments(now).zip(people).map(|(at, _)| StakeholderId::at(at)).collect();
    let mut happened = vec![];
    for ((id, at), Checked { new, place_path }) in ids.iter().zip(moments(now)).zip(people) {
        let tags = tags::once(&new.tags);
        let row = row(sealer, *id, new, place_path, &tags, by, now)?;
        documents.push(Document { kind: Kind::Stakeholder, id: id.to_string(), text: row.words.clone() });
        let mut own = at;
        for what in beginnings(new) {
            happened.push(events::row(*id, &what, by, own));
            own += TimeDelta::microseconds(1);
        }
        tagged.extend(
            tags.into_iter().map(|tag| (stakeholder_tags::stakeholder_id.eq(*id), stakeholder_tags::tag.eq(tag))),
        );
        let likeness = Likeness::of(&new.name, new.sex, new.birth_year);
        let phone = phone_mark(sealer, new.contact.as_ref())?;
        known.push((*id, Somebody { area: likeness::area_of(place_path).to_owned(), likeness, phone }));
        rows.push(row);
    }
    insert_many!(conn, stakeholders::table, rows)?;
    insert_many!(conn, stakeholder_tags::table, tagged)?;
    insert_many!(conn, stakeholder_events::table, happened)?;
    search::append(conn, &documents)?;
    Ok(known)
}

/// The moments of records that are made together: so far apart that the ids of what happens to each stay in order.
fn moments(now: DateTime<Utc>) -> impl Iterator<Item = DateTime<Utc>> {
    (0..).map(move |number| now + TimeDelta::microseconds(number * 4))
}

fn row<'a>(
    sealer: &Sealer,
    id: StakeholderId,
    new: &'a NewStakeholder,
    place_path: &'a str,
    tags: &[String],
    by: AccountId,
    now: DateTime<Utc>,
) -> Result<NewRow<'a>> {
    let (name, position) = (new.name.trim(), new.position.as_deref().map(str::trim));
    let (at, assessed, consent) = (Moment::from(now), new.assessment.as_ref(), new.consent.as_ref());
    Ok(NewRow {
        id,
        version: 1,
        programme_id: new.programme_id,
        kind: new.kind,
        category: new.category,
        name,
        name_key: name_key(name),
        position,
        place_id: new.place_id,
        place_path,
        organisation_id: new.organisation_id,
        sex: new.sex,
        birth_year: new.birth_year,
        age_band: new.age_band,
        languages: tags::languages(&new.languages),
        tags: tags::joined(tags),
        contact_sealed: new.contact.as_ref().map(|contact| contact::seal(sealer, id, contact)).transpose()?,
        influence: assessed.map(|assessed| assessed.influence),
        interest: assessed.map(|assessed| assessed.interest),
        stance: assessed.map(|assessed| assessed.stance),
        assessed_at: assessed.map(|_| at),
        consent: consent.map_or(ConsentStanding::None, |_| ConsentStanding::Given),
        consent_purpose: consent.map(|consent| consent.purpose.trim()),
        consent_form: consent.map(|consent| consent.form),
        consent_given_on: consent.map(|consent| consent.given_on),
        consent_withdrawn_on: None,
        words: words(name, position, tags),
        created_by: by,
        created_at: at,
        updated_at: at,
    })
}
