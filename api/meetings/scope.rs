//! The one place that says which meetings an actor reaches.

use diesel::dsl::exists;
use diesel::prelude::*;

use super::MeetingId;
use super::domain::MeetingVisibility;
use crate::accounts::AccountId;
use crate::authz::{Action, Permit, Scope};
use crate::db::Conn;
use crate::db::filter::{self, FEW, any, both, either, few};
use crate::error::{ApiError, Result};
use crate::organisations::OrganisationId;
use crate::programmes::ProgrammeId;
use crate::schema::{meeting_invitations as invitations, meetings, sites};

pub type Filter = filter::Filter<meetings::table>;

/// Those of the actor's programmes. Of them the sides reach, once the agenda was opened, those to which they are invited and
/// the public ones at their sites, in their territory or at their places.
pub fn within<A: Action>(permit: &Permit<A>) -> Result<Filter> {
    let (programmes, near) = match permit.scope()? {
        Scope::Programmes { ids, protection: _ } => return Ok(of_programmes(&ids)),
        Scope::Company { organisation, programmes } => (programmes, at_sites_of(organisation)),
        Scope::Territory { paths, programmes } | Scope::Community { account: _, paths, programmes } => {
            (programmes, below(&paths))
        }
        // No policy gives these for meetings.
        Scope::Everything | Scope::Account(_) | Scope::Released { .. } => return Err(ApiError::Forbidden),
    };
    let invited = inviting(permit.account()?, permit.actor().organisation);
    let told = both(of_programmes(&programmes), Box::new(meetings::opened_at.is_not_null().nullable()));
    Ok(both(told, either(invited, both(public(), near))))
}

/// Those to which an account is invited, by itself or with all of its organisation. Asked of each meeting: a list of all to
/// which somebody was ever invited may be long.
pub fn inviting(account: AccountId, organisation: OrganisationId) -> Filter {
    Box::new(exists(asking(account, organisation)).nullable())
}

/// OFFSET: without it PostgreSQL would gather all to which somebody was ever invited, to answer for each meeting from that.
#[diesel::dsl::auto_type(no_type_alias)]
fn asking(account: AccountId, organisation: OrganisationId) -> _ {
    let whole = invitations::account_id.is_null().and(invitations::organisation_id.eq(organisation));
    invitations::table
        .filter(invitations::meeting_id.eq(meetings::id))
        .filter(invitations::withdrawn_at.is_null())
        .filter(invitations::account_id.eq(account).or(whole))
        .limit(1_i64)
        .offset(0_i64)
}

/// Those of the programmes of which an account knows that it leads them or is invited to them.
pub fn taken_part_in_by(account: AccountId, organisation: OrganisationId, programmes: &[ProgrammeId]) -> Filter {
    let told = both(of_programmes(programmes), Box::new(meetings::opened_at.is_not_null().nullable()));
    both(told, either(led_by(account), inviting(account, organisation)))
}

/// Those of which the account, or its organisation, has not said whether it comes.
pub fn unanswered_by(conn: &mut Conn, account: AccountId, organisation: OrganisationId) -> Result<Filter> {
    let open = || {
        let live = invitations::table.filter(invitations::withdrawn_at.is_null());
        live.filter(invitations::answer.is_null()).select(invitations::meeting_id).limit(FEW + 1)
    };
    let mut asked: Vec<MeetingId> = open().filter(invitations::account_id.eq(account)).load(conn)?;
    let whole = open().filter(invitations::account_id.is_null()).filter(invitations::organisation_id.eq(organisation));
    asked.extend(whole.load::<MeetingId>(conn)?);
    if few(&asked) {
        return Ok(Box::new(meetings::id.eq_any(asked).nullable()));
    }
    Ok(Box::new(exists(asking(account, organisation).filter(invitations::answer.is_null())).nullable()))
}

/// Those that an account leads.
pub fn led_by(account: AccountId) -> Filter {
    Box::new(meetings::facilitator_id.eq(account).nullable())
}

fn public() -> Filter {
    Box::new(meetings::visibility.eq(MeetingVisibility::Public).nullable())
}

/// Not a list to look the programme up in: most actors have one, and only by `=` does an index give the order as well.
fn of_programmes(ids: &[ProgrammeId]) -> Filter {
    any(ids.iter().map(|id| -> Filter { Box::new(meetings::programme_id.eq(*id).nullable()) }))
}

fn at_sites_of(company: OrganisationId) -> Filter {
    let own = sites::table.filter(sites::organisation_id.eq(company)).select(sites::id.nullable());
    Box::new(meetings::site_id.eq_any(own))
}

fn below(paths: &[String]) -> Filter {
    any(paths.iter().map(|path| -> Filter { Box::new(meetings::place_path.like(format!("{path}%")).nullable()) }))
}
