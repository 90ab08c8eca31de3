//! The rows of files.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use sha2::{Digest, Sha256};

use super::AttachmentId;
use super::clean::Clean;
use super::kind::FileClass;
use super::name::plain;
use crate::accounts::AccountId;
use crate::db::types::Moment;
use crate::db::{Conn, on_engine};
use crate::error::{ApiError, Result};
use crate::grievances::GrievanceId;
use crate::grievances::store::Case;
use crate::grievances::view::Attachment;
use crate::schema::attachments;

/// Files that a case may have.
const MOST: i64 = 20;

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = attachments)]
pub struct AttachmentRow {
    pub id: AttachmentId,
    pub grievance_id: GrievanceId,
    pub name: String,
    pub media_type: String,
    pub size: i64,
    pub sha256: String,
    pub account_id: Option<AccountId>,
    pub at: Moment,
}

impl AttachmentRow {
    pub fn new(
        id: AttachmentId,
        case: &Case,
        name: &str,
        file: &Clean,
        by: Option<AccountId>,
        now: DateTime<Utc>,
    ) -> Self {
        Self {
            id,
            grievance_id: case.id,
            name: plain(name, file.kind),
            media_type: file.kind.media_type().to_owned(),
            size: i64::try_from(file.bytes.len()).unwrap_or(i64::MAX),
            sha256: hex::encode(Sha256::digest(&file.bytes)),
            account_id: by,
            at: now.into(),
        }
    }

    fn view(self) -> Attachment {
        let Self { id, name, media_type, size, at, grievance_id: _, sha256: _, account_id: _ } = self;
        Attachment { id, name, class: FileClass::of(&media_type), media_type, size, at: at.utc() }
    }

    pub fn class(&self) -> FileClass {
        FileClass::of(&self.media_type)
    }
}

/// Adds a file to a case.
pub fn add(conn: &mut Conn, row: &AttachmentRow) -> Result<Attachment> {
    let count: i64 =
        attachments::table.filter(attachments::grievance_id.eq(row.grievance_id)).count().get_result(conn)?;
    if count >= MOST {
        return Err(ApiError::Conflict("too_many_files"));
    }
    diesel::insert_into(attachments::table).values(row).execute(conn)?;
    find(conn, row.grievance_id, row.id).map(AttachmentRow::view)
}

/// A file of a case that the caller has been found to reach.
pub fn find(conn: &mut Conn, case: GrievanceId, id: AttachmentId) -> Result<AttachmentRow> {
    Ok(attachments::table
        .find(id)
        .filter(attachments::grievance_id.eq(case))
        .select(AttachmentRow::as_select())
        .first(conn)?)
}

/// A file that the reporter sent.
pub fn find_own(conn: &mut Conn, case: GrievanceId, id: AttachmentId) -> Result<AttachmentRow> {
    find(conn, case, id).and_then(|row| if row.account_id.is_none() { Ok(row) } else { Err(ApiError::NotFound) })
}

/// All files of a case.
pub fn of_case(conn: &mut Conn, case: &Case) -> Result<Vec<Attachment>> {
    let rows: Vec<AttachmentRow> = on_engine!(conn, conn => attachments::table
        .filter(attachments::grievance_id.eq(case.id))
        .order(attachments::id)
        .select(AttachmentRow::as_select())
        .load(conn))?;
    Ok(rows.into_iter().map(AttachmentRow::view).collect())
}

/// The files that the reporter sent.
pub fn reporters_own(conn: &mut Conn, case: &Case) -> Result<Vec<Attachment>> {
    let rows: Vec<AttachmentRow> = attachments::table
        .filter(attachments::grievance_id.eq(case.id))
        .filter(attachments::account_id.is_null())
        .order(attachments::id)
        .select(AttachmentRow::as_select())
        .load(conn)?;
    Ok(rows.into_iter().map(AttachmentRow::view).collect())
}
