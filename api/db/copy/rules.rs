//! What would stand in the way of rows that come in any order: triggers, which would count them twice, and references to
//! rows that come later. Set aside for a load and put back after it, in the same transaction.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::Text;

use super::quoted;
use crate::db::Conn;
use crate::error::{ApiError, Result};

/// How to put back what was set aside.
pub struct Rules {
    resume: Vec<String>,
}

#[derive(QueryableByName)]
struct Named {
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    what: String,
}

/// Name and definition of each trigger.
const SQLITE_TRIGGERS: &str = "SELECT name, sql AS what FROM sqlite_master WHERE type = 'trigger'";

/// Name of each reference, and the table it stands in.
const REFERENCES: &str = "
    SELECT conname::text AS name, c.relname::text AS what FROM pg_constraint JOIN pg_class c ON c.oid = conrelid
    WHERE contype = 'f' AND connamespace = current_schema()::regnamespace";

/// Name of each trigger of the program's own, and its table.
const TRIGGERS: &str = "
    SELECT tgname::text AS name, c.relname::text AS what FROM pg_trigger JOIN pg_class c ON c.oid = tgrelid
    WHERE NOT tgisinternal AND c.relnamespace = current_schema()::regnamespace";

impl Rules {
    pub fn suspend(conn: &mut Conn) -> Result<Self> {
        match conn {
            Conn::Sqlite(conn) => {
                // References are counted, and must all be there at the end of the transaction.
                conn.batch_execute("PRAGMA defer_foreign_keys = ON")?;
                let triggers: Vec<Named> = diesel::sql_query(SQLITE_TRIGGERS).load(conn)?;
                for trigger in &triggers {
                    conn.batch_execute(&format!("DROP TRIGGER {}", quoted(&trigger.name)))?;
                }
                Ok(Self { resume: triggers.into_iter().map(|trigger| trigger.what).collect() })
            }
            Conn::Postgres(conn) => {
                let mut resume = vec!["SET CONSTRAINTS ALL IMMEDIATE".to_owned()];
                for Named { name, what } in diesel::sql_query(REFERENCES).load::<Named>(conn)? {
                    let alter = format!("ALTER TABLE {} ALTER CONSTRAINT {}", quoted(&what), quoted(&name));
                    conn.batch_execute(&format!("{alter} DEFERRABLE INITIALLY DEFERRED"))?;
                    resume.push(format!("{alter} NOT DEFERRABLE"));
                }
                for Named { name, what } in diesel::sql_query(TRIGGERS).load::<Named>(conn)? {
                    let (table, name) = (quoted(&what), quoted(&name));
                    conn.batch_execute(&format!("ALTER TABLE {table} DISABLE TRIGGER {name}"))?;
                    resume.push(format!("ALTER TABLE {table} ENABLE TRIGGER {name}"));
                }
                Ok(Self { resume })
            }
        }
    }

    /// A reference that leads nowhere is an error here, or on SQLite too.
    pub fn resume(self, conn: &mut Conn) -> Result<()> {
        match conn {
            Conn::Sqlite(conn) => {
                let broken: Vec<Named> = diesel::sql_query(
                    "SELECT \"table\" AS name, parent AS what FROM pragma_foreign_key_check() LIMIT 1",
                )
                .load(conn)?;
                if let Some(Named { name, what }) = broken.first() {
                    log::error!(table = name, misses = what; "a row refers to one that is not there");
                    return Err(ApiError::Internal);
                }
                Ok(self.resume.iter().try_for_each(|sql| conn.batch_execute(sql))?)
            }
            Conn::Postgres(conn) => Ok(self.resume.iter().try_for_each(|sql| conn.batch_execute(sql))?),
        }
    }
}
