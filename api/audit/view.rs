//! The trail as its readers see it.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde::Serialize;
use utoipa::ToSchema;

use super::list::EntryRow;
use super::watch::Verdict;
use crate::db::Conn;
use crate::error::Result;
use crate::names::Person;
use crate::schema::{accounts, api_keys, grievances};

/// Something that was done.
#[derive(Debug, Serialize, ToSchema)]
pub struct AuditEntry {
    /// Its hash in the chain.
    pub id: String,
    pub at: DateTime<Utc>,
    /// The account or the partner's key that acted; nobody where a reporter did, or somebody at the server's console.
    pub actor: Option<Person>,
    /// The role that it acted in: one of the roles, `public`, `reporter` or `console`.
    #[schema(example = "admin")]
    pub role: String,
    /// What was done: the id of the operation.
    #[schema(example = "update_account")]
    pub operation: String,
    pub subject: AuditSubject,
    /// What else there is to say, in words of the program: `submitted -> acknowledged`.
    pub detail: String,
}

/// What was acted on.
#[derive(Debug, Serialize, ToSchema)]
pub struct AuditSubject {
    #[schema(example = "account")]
    pub kind: String,
    pub id: String,
    /// The name of an account, the reference of a case.
    pub name: Option<String>,
}

/// Completes a page with the names that go with its ids.
pub fn page(conn: &mut Conn, rows: Vec<EntryRow>) -> Result<Vec<AuditEntry>> {
    let names = Names::of(conn, &rows)?;
    Ok(rows.into_iter().map(|row| entry(row, &names)).collect())
}

fn entry(row: EntryRow, names: &Names) -> AuditEntry {
    let EntryRow { seq: _, at, actor_id, actor_role, operation, subject_kind, subject_id, detail, hash } = row;
    let actor = actor_id.map(|id| Person { name: names.of_actor(&id), id });
    let name = names.of_subject(&subject_kind, &subject_id);
    let subject = AuditSubject { kind: subject_kind, id: subject_id, name };
    AuditEntry { id: hash, at: at.utc(), actor, role: actor_role, operation, subject, detail }
}

#[derive(Default)]
struct Names {
    accounts: HashMap<String, String>,
    keys: HashMap<String, String>,
    references: HashMap<String, String>,
}

impl Names {
    fn of(conn: &mut Conn, rows: &[EntryRow]) -> Result<Self> {
        let about = |kind: &'static str| {
            let of_kind = rows.iter().filter(move |row| row.subject_kind == kind);
            of_kind.map(|row| row.subject_id.clone())
        };
        let actors: Vec<String> = rows.iter().filter_map(|row| row.actor_id.clone()).collect();
        let people: Vec<String> = actors.iter().cloned().chain(about("account")).collect();
        let keys: Vec<String> = actors.into_iter().chain(about("api_key")).collect();
        let cases: Vec<String> = about("grievance").collect();
        let accounts: Vec<(String, String)> =
            accounts::table.filter(accounts::id.eq_any(people)).select((accounts::id, accounts::name)).load(conn)?;
        let keys: Vec<(String, String)> =
            api_keys::table.filter(api_keys::id.eq_any(keys)).select((api_keys::id, api_keys::name)).load(conn)?;
        let references: Vec<(String, String)> = grievances::table
            .filter(grievances::id.eq_any(cases))
            .select((grievances::id, grievances::reference))
            .load(conn)?;
        Ok(Self {
            accounts: accounts.into_iter().collect(),
            keys: keys.into_iter().collect(),
            references: references.into_iter().collect(),
        })
    }

    fn of_actor(&self, id: &str) -> String {
        self.accounts.get(id).or_else(|| self.keys.get(id)).cloned().unwrap_or_default()
    }

    fn of_subject(&self, kind: &str, id: &str) -> Option<String> {
        let names = match kind {
            "account" => &self.accounts,
            "api_key" => &self.keys,
            "grievance" => &self.references,
            _ => return None,
        };
        names.get(id).cloned()
    }
}

/// Whether the trail is whole.
#[derive(Debug, Serialize, ToSchema)]
pub struct AuditState {
    /// When it was last found whole; nothing if it was not checked since this server started.
    pub whole_at: Option<DateTime<Utc>>,
    /// When it was last signed to its end; nothing where the server has no key for that.
    pub signed_at: Option<DateTime<Utc>>,
    /// Since when an entry is known to be changed, missing or put in.
    pub broken_at: Option<DateTime<Utc>>,
}

impl From<Verdict> for AuditState {
    fn from(verdict: Verdict) -> Self {
        let Verdict { whole_at, signed_at, broken_at } = verdict;
        Self { whole_at, signed_at, broken_at }
    }
}
