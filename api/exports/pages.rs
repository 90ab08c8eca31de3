//! The lists that can be had as files, page by page, as the one who asked reads them.

use super::applications;
use super::cases;
use super::cells::Cell;
use super::domain::{ExportedList, MOST_ROWS};
use super::people;
use super::policy::CreateExport;
use super::sheet::Heads;
use super::view::NewExport;
use crate::authz::Permit;
use crate::catalogue;
use crate::db::Conn;
use crate::error::{ApiError, Result};
use crate::grant_applications;
use crate::grant_applications::list::GrantApplicationQuery;
use crate::grant_applications::policy::ListGrantApplications;
use crate::grievances::domain::audience;
use crate::grievances::list::{self, ListQuery};
use crate::grievances::policy::ListGrievances;
use crate::grievances::{asked, render};
use crate::http::Cursor;
use crate::names::Language;
use crate::secrets::Sealer;
use crate::stakeholders;
use crate::stakeholders::list::StakeholderQuery;
use crate::stakeholders::policy::{GetStakeholderContact, ListStakeholders};

/// Rows that are read together.
const PAGE: i64 = 500;

/// Refuses what the one who asks may not read, or what no list answers.
pub fn check(conn: &mut Conn, permit: &Permit<CreateExport>, new: &NewExport) -> Result<()> {
    match new.list() {
        ExportedList::Grievances | ExportedList::GrantApplications if new.contacts => {
            Err(ApiError::field("/contacts", "not_of_this_list"))
        }
        ExportedList::Grievances => asked::query(conn, &permit.also()?, &new.query).map(drop),
        ExportedList::GrantApplications => grant_applications::list::asked(conn, &permit.also()?, &new.query).map(drop),
        ExportedList::Stakeholders => {
            if new.contacts {
                permit.also::<GetStakeholderContact>()?;
            }
            stakeholders::list::asked(conn, &permit.also()?, &new.query).map(drop)
        }
    }
}

/// What stands above the rows.
pub fn heads(permit: &Permit<CreateExport>, asked: &NewExport) -> Heads {
    let (name, columns, group) = match asked.list() {
        ExportedList::Grievances => ("export.sheet", cases::columns(audience(permit.role())), "export.column"),
        ExportedList::Stakeholders => ("stakeholders.title", people::COLUMNS, "sheets.column"),
        ExportedList::GrantApplications => ("grants.applications", applications::COLUMNS, "grants.column"),
    };
    let text = |path: &str| catalogue::text(asked.language, path);
    let headings = columns.iter().map(|(column, _)| text(&format!("{group}.{column}"))).collect();
    Heads { name: text(name), columns, headings }
}

/// Where one is in a list.
pub struct Pages {
    language: Language,
    list: List,
}

enum List {
    Cases(Permit<ListGrievances>, ListQuery),
    People(Permit<ListStakeholders>, StakeholderQuery, people::Contacts),
    Applications(Permit<ListGrantApplications>, GrantApplicationQuery),
}

impl Pages {
    /// The beginning of a list, and how many rows it has, if that can be told.
    pub fn open(
        conn: &mut Conn,
        permit: &Permit<CreateExport>,
        asked: &NewExport,
        sealer: Sealer,
    ) -> Result<(Self, Option<i64>)> {
        let (list, total) = match asked.list() {
            ExportedList::Grievances => {
                let permit = permit.also()?;
                let query = asked::query(conn, &permit, &asked.query)?;
                let total = list::counted(conn, &permit, &query, MOST_ROWS)?;
                (List::Cases(permit, ListQuery { limit: Some(PAGE), ..query }), total)
            }
            ExportedList::Stakeholders => {
                let contacts = people::Contacts { sealer, whole: asked.contacts };
                let permit = permit.also()?;
                let query = stakeholders::list::asked(conn, &permit, &asked.query)?;
                let total = stakeholders::list::counted(conn, &permit, &query)?.min(MOST_ROWS);
                (List::People(permit, StakeholderQuery { limit: Some(PAGE), ..query }, contacts), Some(total))
            }
            ExportedList::GrantApplications => {
                let permit = permit.also()?;
                let query = grant_applications::list::asked(conn, &permit, &asked.query)?;
                let total = grant_applications::list::counted(conn, &permit, &query)?.min(MOST_ROWS);
                (List::Applications(permit, GrantApplicationQuery { limit: Some(PAGE), ..query }), Some(total))
            }
        };
        Ok((Self { language: asked.language, list }, total))
    }

    /// The next rows, and whether there are more.
    pub fn next(&mut self, conn: &mut Conn) -> Result<(Vec<Vec<Cell>>, bool)> {
        let language = self.language;
        match &mut self.list {
            List::Cases(permit, query) => {
                let mut found = list::list(conn, permit, query)?;
                query.after = found.cut(permit, query);
                let shown = render::summaries(conn, found.cases, permit.actor())?;
                Ok((shown.into_iter().map(|case| cases::row(language, case)).collect(), query.after.is_some()))
            }
            List::People(permit, query, contacts) => {
                let mut found = stakeholders::list::list(conn, permit, query)?;
                let more = cut(&mut found);
                query.after = found.last().map(|last| Cursor::by_id(last.id));
                Ok((people::rows(conn, language, contacts, found)?, more))
            }
            List::Applications(permit, query) => {
                let mut found = grant_applications::list::list(conn, permit, query)?;
                let more = cut(&mut found);
                query.after = found.last().map(|last| Cursor::by_id(last.id));
                Ok((applications::rows(conn, language, found)?, more))
            }
        }
    }
}

/// Leaves the rows of a page; whether there was one more.
fn cut<T>(found: &mut Vec<T>) -> bool {
    let page = usize::try_from(PAGE).unwrap_or_default();
    let more = found.len() > page;
    found.truncate(page);
    more
}
