//! Which edition of the directory is in memory.

use std::sync::{Arc, PoisonError, RwLock};

use diesel::prelude::*;

use super::Directory;
use crate::db::{Conn, on_engine};
use crate::error::Result;
use crate::schema::directory_edition;

/// The edition that was read last. An edition's number is drawn by lot at every change, in the transaction of the change:
/// it can stand for nothing else, so that it does not matter which database it came from, or whether that was undone.
static LAST: RwLock<Option<(String, Arc<Directory>)>> = RwLock::new(None);

/// The directory as this transaction sees it.
pub fn directory(conn: &mut Conn) -> Result<Arc<Directory>> {
    let now: String =
        on_engine!(conn, conn => directory_edition::table.select(directory_edition::edition).first(conn))?;
    if let Some((edition, directory)) = LAST.read().unwrap_or_else(PoisonError::into_inner).as_ref()
        && *edition == now
    {
        return Ok(Arc::clone(directory));
    }
    let directory = Arc::new(Directory::read(conn)?);
    *LAST.write().unwrap_or_else(PoisonError::into_inner) = Some((now, Arc::clone(&directory)));
    Ok(directory)
}
