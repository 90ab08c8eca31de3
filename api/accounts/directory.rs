//! All accounts, for administrators.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::domain::fits;
use super::policy::{GetAccount, ListAccounts, UpdateAccount};
use super::{Account, AccountId, memberships};
use crate::authz::{self, Action, Permit, Role};
use crate::db::search::normalise;
use crate::db::types::Moment;
use crate::db::{Backend, Conn};
use crate::error::{ApiError, Result};
use crate::http::version::{changed_one, still};
use crate::http::{Cursor, IfMatch, Version};
use crate::mandates::reach;
use crate::names::{Language, Named, Names};
use crate::organisations::{self, OrganisationId};
use crate::places::PlaceId;
use crate::programmes::ProgrammeId;
use crate::schema::{accounts, second_factors};
use crate::second_factor::domain::Demand;
use crate::second_factor::policy::ResetSecondFactor;
use crate::sessions;

/// An account and its organisation.
#[derive(Queryable, Selectable)]
#[diesel(table_name = accounts)]
struct AccountRow {
    id: AccountId,
    version: Version,
    name: String,
    email: String,
    role: Role,
    language: Language,
    active: bool,
    last_seen_at: Option<Moment>,
    #[diesel(select_expression = second_factors::confirmed_at.nullable())]
    second_factor_since: Option<Moment>,
    #[diesel(embed)]
    organisation: OrganisationNameRow,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = crate::schema::organisations)]
struct OrganisationNameRow {
    id: OrganisationId,
    #[diesel(select_expression = (
        crate::schema::organisations::name_ky,
        crate::schema::organisations::name_ru,
        crate::schema::organisations::name_en
    ))]
    names: Names,
}

impl AccountRow {
    fn view(self, reader: &Reader, places: Vec<Named>, programmes: Vec<Named>) -> Account {
        let Self { id, version, name, email, role, language, active, last_seen_at, second_factor_since, organisation } =
            self;
        let reset = authz::allowed::<ResetSecondFactor>(Role::Admin)
            .filter(|_| second_factor_since.is_some() && id != reader.account);
        let OrganisationNameRow { id: organisation, names } = organisation;
        Account {
            id,
            version,
            name,
            email,
            role,
            language,
            active,
            organisation: Named { id: organisation.to_string(), names },
            places,
            programmes,
            second_factor: reader.demand.state(role, second_factor_since.is_some()),
            last_seen_at: last_seen_at.map(Moment::utc),
            actions: authz::allowed::<UpdateAccount>(Role::Admin).into_iter().chain(reset).collect(),
        }
    }
}

/// Who looks at accounts, and what this server demands of them.
pub struct Reader {
    account: AccountId,
    demand: Demand,
}

impl Reader {
    pub fn of<A: Action>(permit: &Permit<A>, demand: Demand) -> Result<Self> {
        Ok(Self { account: permit.account()?, demand })
    }
}

/// Which accounts are asked for.
pub struct Wanted {
    pub role: Option<Role>,
    pub words: Option<String>,
    pub after: Option<Cursor>,
    pub limit: i64,
}

/// Accounts, the oldest first, one more than the page holds.
pub fn list(conn: &mut Conn, permit: &Permit<ListAccounts>, demand: Demand, wanted: Wanted) -> Result<Vec<Account>> {
    let mut query = accounts::table
        .inner_join(crate::schema::organisations::table)
        .left_join(second_factors::table)
        .select(AccountRow::as_select())
        .order(accounts::id)
        .into_boxed::<Backend>();
    if let Some(role) = wanted.role {
        query = query.filter(accounts::role.eq(role));
    }
    if let Some(after) = wanted.after {
        query = query.filter(accounts::id.gt(after.id));
    }
    let rows: Vec<AccountRow> = match wanted.words.map(|words| normalise(&words)) {
        None => query.limit(wanted.limit + 1).load(conn)?,
        // A programme's accounts are hundreds: they are searched here, where all letters have their case.
        Some(words) => {
            let holds = |row: &AccountRow| normalise(&row.name).contains(&words) || row.email.contains(&words);
            let most = usize::try_from(wanted.limit + 1).unwrap_or_default();
            query.load::<AccountRow>(conn)?.into_iter().filter(holds).take(most).collect()
        }
    };
    complete(conn, &Reader::of(permit, demand)?, rows)
}

fn complete(conn: &mut Conn, reader: &Reader, rows: Vec<AccountRow>) -> Result<Vec<Account>> {
    let ids: Vec<AccountId> = rows.iter().map(|row| row.id).collect();
    let mut places = memberships::places_of(conn, &ids, Utc::now())?;
    let mut programmes = memberships::programmes_of(conn, &ids)?;
    let view = |row: AccountRow| {
        let (places, programmes) = (places.remove(&row.id), programmes.remove(&row.id));
        row.view(reader, places.unwrap_or_default(), programmes.unwrap_or_default())
    };
    Ok(rows.into_iter().map(view).collect())
}

pub fn get(conn: &mut Conn, permit: &Permit<GetAccount>, demand: Demand, id: AccountId) -> Result<Account> {
    find(conn, &Reader::of(permit, demand)?, id)
}

fn find(conn: &mut Conn, reader: &Reader, id: AccountId) -> Result<Account> {
    let row = accounts::table
        .inner_join(crate::schema::organisations::table)
        .left_join(second_factors::table)
        .filter(accounts::id.eq(id))
        .select(AccountRow::as_select())
        .first(conn)?;
    complete(conn, reader, vec![row])?.pop().ok_or(ApiError::NotFound)
}

/// What to change of an account; what is `None` stays.
#[derive(AsChangeset)]
#[diesel(table_name = accounts)]
pub struct AccountChanges {
    pub name: Option<String>,
    pub role: Option<Role>,
    pub language: Option<Language>,
    pub organisation_id: Option<OrganisationId>,
    pub active: Option<bool>,
}

/// Changes an account. What it may do from now on counts from its next request; a closed one is signed out.
pub fn update(
    conn: &mut Conn,
    permit: &Permit<UpdateAccount>,
    id: AccountId,
    expected: IfMatch,
    changes: &AccountChanges,
    now: DateTime<Utc>,
) -> Result<()> {
    let before = standing(conn, id)?;
    still(before.version, expected)?;
    check_role(conn, permit, &before, changes)?;
    if before.is_admin() && (changes.role.is_some_and(|role| role != Role::Admin) || changes.active == Some(false)) {
        check_another_admin(conn, id)?;
    }
    let target = accounts::table.filter(accounts::id.eq(id)).filter(accounts::version.eq(before.version));
    changed_one(diesel::update(target).set((changes, accounts::version.eq(before.version + 1))).execute(conn)?)?;
    if changes.active == Some(false) {
        sessions::store::end_others(conn, id, None, now)?;
    }
    Ok(())
}

/// Counts as a change of somebody else's account what belongs to it.
pub fn touch(conn: &mut Conn, permit: &Permit<ResetSecondFactor>, id: AccountId, expected: IfMatch) -> Result<()> {
    let before = standing(conn, id)?;
    still(before.version, expected)?;
    if permit.account()? == id {
        return Err(ApiError::Conflict("own_second_factor"));
    }
    let target = accounts::table.filter(accounts::id.eq(id)).filter(accounts::version.eq(before.version));
    changed_one(diesel::update(target).set(accounts::version.eq(before.version + 1)).execute(conn)?)
}

/// What an account is before a change.
#[derive(Queryable, Selectable)]
#[diesel(table_name = accounts)]
struct Standing {
    id: AccountId,
    version: Version,
    role: Role,
    organisation_id: OrganisationId,
    active: bool,
}

impl Standing {
    fn is_admin(&self) -> bool {
        self.active && self.role == Role::Admin
    }
}

fn standing(conn: &mut Conn, id: AccountId) -> Result<Standing> {
    Ok(accounts::table.find(id).select(Standing::as_select()).first(conn)?)
}

fn check_role(
    conn: &mut Conn,
    permit: &Permit<UpdateAccount>,
    before: &Standing,
    changes: &AccountChanges,
) -> Result<()> {
    let role = changes.role.unwrap_or(before.role);
    if role != before.role && permit.account()? == before.id {
        return Err(ApiError::Conflict("own_role"));
    }
    if changes.role.is_none() && changes.organisation_id.is_none() {
        return Ok(());
    }
    check_fits(conn, role, changes.organisation_id.unwrap_or(before.organisation_id))
}

/// Refuses a role that does not go with the organisation.
pub fn check_fits(conn: &mut Conn, role: Role, organisation: OrganisationId) -> Result<()> {
    let organisation = organisations::store::named_in(conn, "/organisation_id", organisation)?;
    if fits(role, organisation.kind) { Ok(()) } else { Err(ApiError::field("/role", "organisation_mismatch")) }
}

/// Somebody must be left who can open accounts.
fn check_another_admin(conn: &mut Conn, but: AccountId) -> Result<()> {
    let admins = accounts::table.filter(accounts::role.eq(Role::Admin)).filter(accounts::active.eq(true));
    // Writes the rows as they are: two administrators who close each other's account take turns.
    diesel::update(admins).set(accounts::failed_logins.eq(accounts::failed_logins)).execute(conn)?;
    let others: i64 = admins.filter(accounts::id.ne(but)).count().get_result(conn)?;
    if others > 0 { Ok(()) } else { Err(ApiError::Conflict("last_admin")) }
}

/// Puts places and programmes, where given, in place of those that an account had.
pub fn set_memberships(
    conn: &mut Conn,
    permit: &Permit<UpdateAccount>,
    demand: Demand,
    id: AccountId,
    places: Option<&[PlaceId]>,
    programmes: Option<&[ProgrammeId]>,
) -> Result<Account> {
    if let Some(ids) = places {
        let ids = memberships::known_places(conn, ids)?;
        set_places(conn, id, &ids)?;
    }
    if let Some(ids) = programmes {
        let ids = memberships::known_programmes(conn, ids)?;
        memberships::set_programmes(conn, id, &ids)?;
    }
    find(conn, &Reader::of(permit, demand)?, id)
}

/// Whose places are told by mandates has no others.
fn set_places(conn: &mut Conn, id: AccountId, ids: &[PlaceId]) -> Result<()> {
    match reach::of(conn, id, Utc::now())? {
        None => memberships::set_places(conn, id, ids),
        Some(mandated) if same(&mandated.places, ids) => Ok(()),
        Some(_) => Err(ApiError::field("/place_ids", "by_mandate")),
    }
}

fn same(some: &[PlaceId], others: &[PlaceId]) -> bool {
    some.iter().all(|place| others.contains(place)) && others.iter().all(|place| some.contains(place))
}
