//! Reading, recording and correcting assemblies.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use super::AssemblyId;
use super::domain::{AssemblyForm, doubts, refused_day};
use super::policy::{CreateAssembly, ListAssemblies, UpdateAssembly};
use super::view::{Assembly, AssemblyChange, NewAssembly};
use crate::accounts::AccountId;
use crate::authz::{Action, Permit, Role, allowed};
use crate::db::types::Moment;
use crate::db::{Backend, Conn, insert_many};
use crate::directory::directory;
use crate::error::{ApiError, FieldError, Result};
use crate::grievances::clock::day_of;
use crate::headcount::{self, CountedBand, Headcount, HeadcountTotals};
use crate::http::version::{changed_one, still};
use crate::http::{Cursor, IfMatch, Version};
use crate::places::{self, PlaceId};
use crate::programmes::{self, ProgrammeId};
use crate::schema::{assemblies, assembly_attendance as attendance};
use crate::stakeholders::domain::Sex;

/// An assembly as the database holds it, without its counts.
#[derive(Clone, Queryable, Selectable)]
#[diesel(table_name = assemblies)]
pub struct Row {
    pub id: AssemblyId,
    pub version: Version,
    pub programme_id: ProgrammeId,
    pub place_id: PlaceId,
    pub place_path: String,
    pub form: AssemblyForm,
    pub held_on: NaiveDate,
    pub venue: Option<String>,
    pub note: Option<String>,
    pub created_by: AccountId,
    pub created_at: Moment,
    pub updated_at: Moment,
}

/// The assembly, if within the permit's reach; 404 otherwise.
pub fn find<A: Action>(conn: &mut Conn, permit: &Permit<A>, id: AssemblyId) -> Result<Row> {
    let within = assemblies::table.find(id).filter(assemblies::programme_id.eq_any(permit.programmes()?));
    Ok(within.select(Row::as_select()).first(conn)?)
}

/// An assembly that the caller has just written, whoever may read it.
pub(crate) fn reread(conn: &mut Conn, id: AssemblyId) -> Result<Row> {
    Ok(assemblies::table.find(id).select(Row::as_select()).first(conn)?)
}

/// The latest recorded first, one more than the page holds; of one place and what lies below it, or of all.
pub fn list(
    conn: &mut Conn,
    permit: &Permit<ListAssemblies>,
    place: Option<PlaceId>,
    after: Option<Cursor>,
    limit: i64,
) -> Result<Vec<Row>> {
    let mut rows = assemblies::table
        .filter(assemblies::programme_id.eq_any(permit.programmes()?))
        .order(assemblies::id.desc())
        .limit(limit + 1)
        .select(Row::as_select())
        .into_boxed::<Backend>();
    if let Some(place) = place {
        let path = places::store::named_in(conn, "?place_id", place)?.path;
        rows = rows.filter(assemblies::place_path.like(format!("{path}%")));
    }
    if let Some(Cursor { key: _, id }) = after {
        let last: AssemblyId = id.parse().map_err(|_| ApiError::field("?after", "unknown"))?;
        rows = rows.filter(assemblies::id.lt(last));
    }
    Ok(rows.load(conn)?)
}

/// Records an assembly in one of the caller's programmes.
pub fn create(
    conn: &mut Conn,
    permit: &Permit<CreateAssembly>,
    new: &NewAssembly,
    now: DateTime<Utc>,
) -> Result<AssemblyId> {
    if !permit.programmes()?.contains(&new.programme_id) {
        return Err(ApiError::field("/programme_id", "unknown"));
    }
    insert(conn, new, permit.account()?, now)
}

/// Writes a new assembly, whoever may record it.
pub fn insert(conn: &mut Conn, new: &NewAssembly, by: AccountId, now: DateTime<Utc>) -> Result<AssemblyId> {
    check(Some(new.held_on), Some(&new.attendance), day_of(now))?;
    let place = places::store::named_in(conn, "/place_id", new.place_id)?;
    let (id, at) = (AssemblyId::at(now), Moment::from(now));
    diesel::insert_into(assemblies::table)
        .values((
            (assemblies::id.eq(id), assemblies::programme_id.eq(new.programme_id)),
            (assemblies::place_id.eq(new.place_id), assemblies::place_path.eq(place.path)),
            (assemblies::form.eq(new.form), assemblies::held_on.eq(new.held_on)),
            (assemblies::venue.eq(tidy(new.venue.as_deref())), assemblies::note.eq(tidy(new.note.as_deref()))),
            (assemblies::created_by.eq(by), assemblies::created_at.eq(at), assemblies::updated_at.eq(at)),
        ))
        .execute(conn)?;
    count(conn, id, &new.attendance)?;
    Ok(id)
}

#[derive(AsChangeset)]
#[diesel(table_name = assemblies)]
struct Changes<'a> {
    form: Option<AssemblyForm>,
    held_on: Option<NaiveDate>,
    venue: Option<Option<&'a str>>,
    note: Option<Option<&'a str>>,
}

/// Corrects what was recorded.
pub fn update(
    conn: &mut Conn,
    permit: &Permit<UpdateAssembly>,
    id: AssemblyId,
    expected: IfMatch,
    change: &AssemblyChange,
    now: DateTime<Utc>,
) -> Result<()> {
    let before = find(conn, permit, id)?;
    still(before.version, expected)?;
    check(change.held_on, change.attendance.as_deref(), day_of(now))?;
    let changes = Changes {
        form: change.form,
        held_on: change.held_on,
        venue: change.venue.as_ref().map(|venue| tidy(venue.as_deref())),
        note: change.note.as_ref().map(|note| tidy(note.as_deref())),
    };
    let target = assemblies::table.find(id).filter(assemblies::version.eq(before.version));
    let touched = (assemblies::version.eq(before.version + 1), assemblies::updated_at.eq(Moment::from(now)));
    changed_one(diesel::update(target).set((changes, touched)).execute(conn)?)?;
    if let Some(counts) = &change.attendance {
        diesel::delete(attendance::table.filter(attendance::assembly_id.eq(id))).execute(conn)?;
        count(conn, id, counts)?;
    }
    Ok(())
}

fn tidy(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}

fn check(held_on: Option<NaiveDate>, counts: Option<&[Headcount]>, today: NaiveDate) -> Result<()> {
    let mut refused = counts.map(|counts| headcount::refused("/attendance", counts)).unwrap_or_default();
    let day = held_on.and_then(|day| refused_day(day, today));
    refused.extend(day.map(|code| FieldError { pointer: "/held_on".into(), code: code.into() }));
    if refused.is_empty() { Ok(()) } else { Err(ApiError::Invalid(refused)) }
}

fn count(conn: &mut Conn, id: AssemblyId, counts: &[Headcount]) -> Result<()> {
    let somebody = counts.iter().filter(|count| count.people > 0);
    let rows: Vec<_> = somebody
        .map(|Headcount { sex, band, people }| {
            (
                (attendance::assembly_id.eq(id), attendance::sex.eq(*sex)),
                (attendance::band.eq(*band), attendance::people.eq(*people)),
            )
        })
        .collect();
    Ok(insert_many!(conn, attendance::table, rows)?)
}

/// The counts of each assembly.
fn counts_of(conn: &mut Conn, ids: Vec<AssemblyId>) -> Result<HashMap<AssemblyId, Vec<Headcount>>> {
    let rows: Vec<(AssemblyId, Sex, CountedBand, i64)> =
        attendance::table.filter(attendance::assembly_id.eq_any(ids)).load(conn)?;
    let mut counts: HashMap<AssemblyId, Vec<Headcount>> = HashMap::new();
    for (id, sex, band, people) in rows {
        counts.entry(id).or_default().push(Headcount { sex, band, people });
    }
    counts.values_mut().for_each(|counts| counts.sort_by_key(|count| (count.sex, count.band)));
    Ok(counts)
}

/// Rows made into what staff see.
pub fn whole(conn: &mut Conn, role: Role, rows: Vec<Row>) -> Result<Vec<Assembly>> {
    let mut counts = counts_of(conn, rows.iter().map(|row| row.id).collect())?;
    let periods = programmes::store::periods(conn)?;
    let directory = directory(conn)?;
    let view = |row: Row| {
        let attendance = counts.remove(&row.id).unwrap_or_default();
        let warnings = periods.get(&row.programme_id).map(|period| doubts(row.held_on, *period));
        Ok(Assembly {
            id: row.id,
            version: row.version,
            programme_id: row.programme_id,
            place: directory.place(row.place_id)?,
            form: row.form,
            held_on: row.held_on,
            venue: row.venue,
            totals: HeadcountTotals::of(&attendance),
            attendance,
            note: row.note,
            created_by: directory.person(Some(row.created_by)).ok_or(ApiError::Internal)?,
            created_at: row.created_at.utc(),
            updated_at: row.updated_at.utc(),
            warnings: warnings.unwrap_or_default(),
            actions: allowed::<UpdateAssembly>(role).into_iter().collect(),
        })
    };
    rows.into_iter().map(view).collect()
}

/// One assembly within reach, as staff see it.
pub fn read<A: Action>(conn: &mut Conn, permit: &Permit<A>, id: AssemblyId) -> Result<Assembly> {
    let row = find(conn, permit, id)?;
    whole(conn, permit.role(), vec![row])?.pop().ok_or(ApiError::Internal)
}
