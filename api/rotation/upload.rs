//! Files, sealed anew one by one.

use diesel::prelude::*;

use super::Done;
use crate::attachments::AttachmentId;
use crate::attachments::files::Files;
use crate::db::Db;
use crate::error::Result;
use crate::schema::attachments;
use crate::secrets::Sealer;

const NAME: &str = "files";

pub async fn rewrap(db: &Db, sealer: &Sealer, files: &Files, say: &mut impl FnMut(&'static str, Done)) -> Result<()> {
    let mut done = Done::default();
    for path in files.paths().await? {
        if files.key_of(&path).await? == Some(sealer.current()) {
            continue;
        }
        let was_noted = is_noted(db, &path).await?;
        match files.rewrap(&path).await {
            Ok(()) => done.sealed_anew += 1,
            Err(_) => done.unreadable += 1,
        }
        // Erased while it was sealed anew: it must not come back.
        if was_noted && !is_noted(db, &path).await? {
            files.remove(&path).await?;
        }
        say(NAME, done);
    }
    Ok(())
}

/// Whether the database still knows the file of a path, `attachments/<id>/<part>`.
async fn is_noted(db: &Db, path: &str) -> Result<bool> {
    let Some(id) = path.split('/').nth(1).and_then(|id| id.parse::<AttachmentId>().ok()) else { return Ok(false) };
    db.read(move |conn| Ok(diesel::select(diesel::dsl::exists(attachments::table.find(id))).get_result(conn)?)).await
}
