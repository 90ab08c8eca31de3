//! What PostgreSQL is asked on its way through documents; see [`super::runs`].
//!
//! A case has its place in a lane whether it is protected or not, so numbers alone don't tell whose a document is. Every
//! answer is of the kinds that were asked for: what is cut, counted or decided by it does not depend on others.

use diesel::pg::{Pg, PgConnection};
use diesel::prelude::*;
use diesel::query_builder::BoxedSqlQuery;
use diesel::sql_types::{Array, BigInt, Nullable, Text};

use super::{Kind, Order, RANGE_BITS};
use crate::error::Result;

/// The expressions of `search_index_text_idx`; [`super::Kind::lane`] is the first.
const LANE: &str = "((rowid >> 40) * 2 + (rowid & 1))";
const RUN: &str = "(rowid >> 14)";
pub const RUN_BITS: u32 = 14;

#[derive(QueryableByName)]
pub struct Walked {
    #[diesel(sql_type = Nullable<BigInt>)]
    pub lowest: Option<i64>,
    #[diesel(sql_type = Nullable<BigInt>)]
    pub highest: Option<i64>,
    /// Documents of the kinds.
    #[diesel(sql_type = BigInt)]
    pub own: i64,
    /// Those of them that match.
    #[diesel(sql_type = Nullable<Array<BigInt>>)]
    pub found: Option<Vec<i64>>,
}

#[derive(QueryableByName)]
struct Number {
    #[diesel(sql_type = BigInt)]
    rowid: i64,
}

/// What is looked for.
pub struct Search<'a> {
    kinds: &'a [Kind],
    lane: i64,
    patterns: &'a [String],
    pub order: Order,
}

type Asked<'a> = BoxedSqlQuery<'a, Pg, diesel::query_builder::SqlQuery>;

impl<'a> Search<'a> {
    /// Documents of kinds that are of one lane; `None` if there is no kind.
    pub fn of(kinds: &'a [Kind], patterns: &'a [String], order: Order) -> Option<Self> {
        let lane = kinds.first()?.lane();
        Some(Self { kinds, lane, patterns, order })
    }

    /// Numbers of the lane that come after one lie between these.
    fn bounds(&self, after: Option<i64>) -> (i64, i64) {
        self.order.bounds((self.lane >> 1) << RANGE_BITS, after)
    }

    /// `text LIKE` each pattern; the first is the parameter of this number.
    fn holds(&self, first: usize) -> String {
        let each = (first..).take(self.patterns.len()).map(|number| format!("text LIKE ${number}"));
        each.collect::<Vec<_>>().join(" AND ")
    }

    /// That a document is of one of the kinds. Looked up for each by itself: joined, a few might cost a look at all of them.
    fn is_own(&self, table: &str) -> String {
        let kinds = self.kinds.iter().map(|kind| format!("'{kind}'")).collect::<Vec<_>>().join(", ");
        format!("(SELECT kind FROM search_subjects WHERE number = {table}.rowid) IN ({kinds})")
    }

    fn ask(&self, sql: String, numbers: &[i64]) -> Asked<'_> {
        let asked = diesel::sql_query(sql).into_boxed();
        let asked = numbers.iter().fold(asked, |asked, number| asked.bind::<BigInt, _>(*number));
        self.patterns.iter().fold(asked, |asked, pattern| asked.bind::<Text, _>(pattern.as_str()))
    }

    /// Reads documents one by one.
    pub fn walk(&self, conn: &mut PgConnection, after: Option<i64>, stretch: i64) -> Result<Walked> {
        let (low, high) = self.bounds(after);
        let order = match self.order {
            Order::Newest => "DESC",
            Order::Oldest => "ASC",
        };
        let (holds, is_own) = (self.holds(5), self.is_own("search_index"));
        let sql = format!(
            "SELECT min(rowid) AS lowest, max(rowid) AS highest, count(*) FILTER (WHERE own) AS own,
                array_agg(rowid) FILTER (WHERE own AND {holds}) AS found
            FROM (SELECT rowid, text, {LANE} = $1 AND {is_own} AS own FROM search_index WHERE rowid > $2 AND rowid < $3
                ORDER BY rowid {order} LIMIT $4) AS stretch"
        );
        Ok(self.ask(sql, &[self.lane, low, high, stretch]).get_result(conn)?)
    }

    /// Those that the index gives. What is MATERIALIZED is planned as if all of it were wanted, but read no further than it
    /// is: with a LIMIT in sight the planner would hope to meet enough of them by reading the whole table.
    pub fn matching(
        &self,
        conn: &mut PgConnection,
        run: Option<i64>,
        after: Option<i64>,
        most: i64,
    ) -> Result<Vec<i64>> {
        let (low, high) = self.bounds(after);
        let (holds, is_own) = (self.holds(6), self.is_own("found"));
        let of_run = if run.is_some() { format!("{RUN} = $5") } else { "$5 = 0::bigint".to_owned() };
        let sql = format!(
            "WITH found AS MATERIALIZED (
                SELECT rowid FROM search_index WHERE {LANE} = $1 AND {of_run} AND {holds})
            SELECT rowid FROM found WHERE rowid > $2 AND rowid < $3 AND {is_own} LIMIT $4"
        );
        let numbers = [self.lane, low, high, most, run.unwrap_or(0)];
        let rows: Vec<Number> = self.ask(sql, &numbers).load(conn)?;
        Ok(rows.into_iter().map(|row| row.rowid).collect())
    }

    /// The run of the next document.
    pub fn run_after(&self, conn: &mut PgConnection, after: Option<i64>) -> Result<Option<i64>> {
        let (low, high) = self.bounds(after);
        let next = match self.order {
            Order::Newest => "DESC",
            Order::Oldest => "ASC",
        };
        let sql =
            format!("SELECT rowid FROM search_index WHERE rowid > $1 AND rowid < $2 ORDER BY rowid {next} LIMIT 1");
        let asked = diesel::sql_query(sql).bind::<BigInt, _>(low).bind::<BigInt, _>(high);
        let next: Option<Number> = asked.get_result(conn).optional()?;
        Ok(next.map(|number| number.rowid >> RUN_BITS))
    }
}
