//! Who can still be invited to a meeting: the accounts of its programme, and their organisations.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

use super::store;
use crate::accounts::AccountId;
use crate::authz::{Permit, Role};
use crate::commitments::people::speaking_near;
use crate::db::Conn;
use crate::db::search::normalise;
use crate::directory::{Directory, directory};
use crate::error::{ApiError, Result};
use crate::meetings::MeetingId;
use crate::meetings::domain::{MeetingSide, side_of, side_of_role};
use crate::meetings::people::AT_THE_TABLE;
use crate::meetings::policy::ListMeetingCandidates;
use crate::meetings::store::{Row as Meeting, find};
use crate::names::{Named, Person};
use crate::organisations::{OrganisationId, OrganisationKind};
use crate::places::PlaceId;
use crate::schema::{account_programmes, accounts, meeting_invitations as invitations, organisations};

/// Candidates that are told: whoever looks for another types letters.
const TOLD: usize = 50;

/// Whom to look for.
#[derive(Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct MeetingCandidateQuery {
    /// Letters of the name of a person or of an organisation, in any letter case.
    #[validate(length(min = 1, max = 100))]
    #[param(min_length = 1, max_length = 100)]
    pub q: Option<String>,
}

/// An account that is not invited yet, or an organisation that is not invited as a whole.
#[derive(Serialize, ToSchema)]
pub struct MeetingCandidate {
    /// None of an organisation as a whole.
    pub account: Option<Person>,
    pub organisation: Named,
    pub side: MeetingSide,
    /// Whether they speak for the place, or are of its authority or of the company of the site.
    pub near: bool,
    /// How many accounts an invitation tells.
    pub accounts: usize,
}

/// Who can still be invited: first who is near, then by name, organisations after people.
pub fn list(
    conn: &mut Conn,
    permit: &Permit<ListMeetingCandidates>,
    id: MeetingId,
    MeetingCandidateQuery { q }: &MeetingCandidateQuery,
) -> Result<Vec<MeetingCandidate>> {
    let meeting = find(conn, permit, id)?;
    let table = Table::of(conn, &meeting)?;
    let mut found = table.people()?;
    found.extend(table.organisations()?);
    // A programme's accounts are hundreds: they are searched here, where all letters have their case.
    if let Some(words) = q.as_deref().map(normalise) {
        found.retain(|candidate| says(candidate, words.trim()));
    }
    found.sort_by_cached_key(|candidate| {
        let name = candidate.account.as_ref().map(|person| normalise(&person.name));
        (!candidate.near, name.is_none(), name, normalise(&candidate.organisation.names.ky))
    });
    found.truncate(TOLD);
    Ok(found)
}

#[derive(Queryable)]
struct Member {
    account: AccountId,
    name: String,
    role: Role,
    organisation: OrganisationId,
    kind: OrganisationKind,
    territory: Option<PlaceId>,
}

/// Who may sit at the table of a meeting.
struct Table {
    members: Vec<Member>,
    names: Arc<Directory>,
    path: String,
    company: Option<OrganisationId>,
    /// Accounts that speak for the place.
    speaking: HashSet<AccountId>,
    asked: HashSet<AccountId>,
    asked_whole: HashSet<OrganisationId>,
}

impl Table {
    fn of(conn: &mut Conn, meeting: &Meeting) -> Result<Self> {
        let members = accounts::table
            .inner_join(account_programmes::table.on(account_programmes::account_id.eq(accounts::id)))
            .inner_join(organisations::table.on(organisations::id.eq(accounts::organisation_id)))
            .filter(account_programmes::programme_id.eq(meeting.programme_id))
            .filter(accounts::active.eq(true))
            .filter(accounts::role.eq_any(AT_THE_TABLE))
            .select((
                accounts::id,
                accounts::name,
                accounts::role,
                organisations::id,
                organisations::kind,
                organisations::territory_id,
            ))
            .load(conn)?;
        let names = directory(conn)?;
        let path = names.path(meeting.place_id).ok_or(ApiError::Internal)?.to_owned();
        let rows: Vec<(Option<AccountId>, Option<OrganisationId>)> =
            store::live(meeting.id).select((invitations::account_id, invitations::organisation_id)).load(conn)?;
        let whole = |(account, organisation): &(Option<AccountId>, Option<OrganisationId>)| {
            organisation.filter(|_| account.is_none())
        };
        Ok(Self {
            members,
            speaking: speaking_near(conn, &path)?,
            company: meeting.site_id.and_then(|site| names.company(site)),
            asked: rows.iter().filter_map(|(account, _)| *account).collect(),
            asked_whole: rows.iter().filter_map(whole).collect(),
            names,
            path,
        })
    }

    fn near(&self, member: &Member) -> bool {
        let governs = |territory| self.names.path(territory).is_some_and(|above| self.path.starts_with(above));
        self.speaking.contains(&member.account)
            || self.company == Some(member.organisation)
            || member.territory.is_some_and(governs)
    }

    fn named(&self, organisation: OrganisationId) -> Result<Named> {
        self.names.organisation(Some(organisation)).ok_or(ApiError::Internal)
    }

    fn people(&self) -> Result<Vec<MeetingCandidate>> {
        let open = self.members.iter().filter(|member| !self.asked.contains(&member.account));
        let seated = open.filter_map(|member| side_of_role(member.role).map(|side| (member, side)));
        let candidate = |(member, side): (&Member, MeetingSide)| {
            Ok(MeetingCandidate {
                account: Some(Person { id: member.account.into(), name: member.name.clone() }),
                organisation: self.named(member.organisation)?,
                side,
                near: self.near(member),
                accounts: 1,
            })
        };
        seated.map(candidate).collect()
    }

    /// Organisations with all their accounts.
    fn organisations(&self) -> Result<Vec<MeetingCandidate>> {
        let mut wholes: BTreeMap<OrganisationId, MeetingCandidate> = BTreeMap::new();
        for member in self.members.iter().filter(|member| !self.asked_whole.contains(&member.organisation)) {
            let organisation = self.named(member.organisation)?;
            let none =
                MeetingCandidate { account: None, organisation, side: side_of(member.kind), near: false, accounts: 0 };
            let whole = wholes.entry(member.organisation).or_insert(none);
            whole.near |= self.near(member);
            whole.accounts += 1;
        }
        Ok(wholes.into_values().collect())
    }
}

/// Whether letters are in the name of the person, or in a name of the organisation.
fn says(MeetingCandidate { account, organisation, .. }: &MeetingCandidate, words: &str) -> bool {
    let names = &organisation.names;
    let person = account.as_ref().map(|person| &person.name);
    person.into_iter().chain([&names.ky, &names.ru, &names.en]).any(|name| normalise(name).contains(words))
}
