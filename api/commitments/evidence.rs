//! What shows that a promise was kept.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::CommitmentId;
use super::domain::{CommitmentMove, CommitmentParty, CommitmentState, Maker, party};
use super::events::Told;
use super::moves::{self, Changes};
use super::policy::AttachCommitment;
use super::store::{Row, find, maker};
use super::view::CommitmentAttachment;
use crate::attachments::AttachmentId;
use crate::attachments::kind::FileClass;
use crate::attachments::store::{AttachmentRow, Owner, find as find_file, of_commitment};
use crate::authz::{Action, Permit};
use crate::db::Conn;
use crate::error::{ApiError, Result};
use crate::http::IfMatch;
use crate::schema::attachments;

/// Checks that the caller may add a file.
pub fn check(conn: &mut Conn, permit: &Permit<AttachCommitment>, id: CommitmentId) -> Result<()> {
    taken_from(&find(conn, permit, id)?, &maker(permit)?)
}

/// Files are taken from who owes it and from the programme, until it is found kept.
pub fn taken_from(row: &Row, maker: &Maker) -> Result<()> {
    match party(row.organisation_id, maker) {
        Some(CommitmentParty::Owner | CommitmentParty::Programme) => {}
        Some(CommitmentParty::Community) | None => return Err(ApiError::Conflict("not_the_owner")),
    }
    match row.state {
        CommitmentState::Open | CommitmentState::InProgress | CommitmentState::ReportedDone => Ok(()),
        CommitmentState::Verified | CommitmentState::Dropped => Err(ApiError::Conflict("not_in_this_state")),
    }
}

pub fn view(row: AttachmentRow) -> CommitmentAttachment {
    let AttachmentRow { id, name, media_type, size, at, published, .. } = row;
    CommitmentAttachment { id, name, class: FileClass::of(&media_type), media_type, size, at: at.utc(), published }
}

/// All of it; the caller was found to reach the commitment.
pub fn of(conn: &mut Conn, id: CommitmentId) -> Result<Vec<CommitmentAttachment>> {
    Ok(of_commitment(conn, id)?.into_iter().map(view).collect())
}

/// Whether everybody may see a photo. Only photos: they are encoded anew, and somebody has looked whether they show a face.
pub fn show<A: Action>(
    conn: &mut Conn,
    permit: &Permit<A>,
    id: CommitmentId,
    expected: IfMatch,
    (file, shown): (AttachmentId, bool),
    now: DateTime<Utc>,
) -> Result<()> {
    let made = if shown { CommitmentMove::ShowEvidence } else { CommitmentMove::HideEvidence };
    moves::make(conn, permit, id, expected, (made, Told::default()), now, |conn, _, _, _| {
        let row = match find_file(conn, Owner::Commitment(id), file) {
            Err(ApiError::NotFound) => return Err(ApiError::field("/attachment_id", "unknown")),
            found => found?,
        };
        match row.class() {
            FileClass::Photo => {}
            FileClass::Recording | FileClass::Paper => return Err(ApiError::field("/attachment_id", "not_a_photo")),
        }
        diesel::update(attachments::table.find(file)).set(attachments::published.eq(shown)).execute(conn)?;
        Ok(Changes::default())
    })
}
