//! The rows of files.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use sha2::{Digest, Sha256};

use super::AttachmentId;
use super::clean::Clean;
use super::kind::FileClass;
use super::name::plain;
use crate::accounts::AccountId;
use crate::agreements::AgreementId;
use crate::audit::Subject;
use crate::commitments::CommitmentId;
use crate::db::types::Moment;
use crate::db::{Backend, Conn, on_engine};
use crate::error::{ApiError, Result};
use crate::grant_applications::GrantApplicationId;
use crate::grievances::GrievanceId;
use crate::grievances::store::Case;
use crate::grievances::view::Attachment;
use crate::schema::attachments;

/// Files that a record may have.
const MOST: i64 = 20;

/// What a file belongs to.
#[derive(Clone, Copy, Debug)]
pub enum Owner {
    Case(GrievanceId),
    Commitment(CommitmentId),
    Agreement(AgreementId),
    GrantApplication(GrantApplicationId),
}

impl Owner {
    /// What the audit trail says that it is about.
    pub fn subject(self) -> Subject {
        match self {
            Self::Case(id) => Subject::new("grievance", id),
            Self::Commitment(id) => Subject::new("commitment", id),
            Self::Agreement(id) => Subject::new("agreement", id),
            Self::GrantApplication(id) => Subject::new("grant_application", id),
        }
    }

    fn case(self) -> Option<GrievanceId> {
        match self {
            Self::Case(id) => Some(id),
            Self::Commitment(_) | Self::Agreement(_) | Self::GrantApplication(_) => None,
        }
    }

    fn commitment(self) -> Option<CommitmentId> {
        match self {
            Self::Commitment(id) => Some(id),
            Self::Case(_) | Self::Agreement(_) | Self::GrantApplication(_) => None,
        }
    }

    fn agreement(self) -> Option<AgreementId> {
        match self {
            Self::Agreement(id) => Some(id),
            Self::Case(_) | Self::Commitment(_) | Self::GrantApplication(_) => None,
        }
    }

    fn grant_application(self) -> Option<GrantApplicationId> {
        match self {
            Self::GrantApplication(id) => Some(id),
            Self::Case(_) | Self::Commitment(_) | Self::Agreement(_) => None,
        }
    }
}

type Boxed = attachments::BoxedQuery<'static, Backend>;

fn of(owner: Owner) -> Boxed {
    match owner {
        Owner::Case(id) => attachments::table.filter(attachments::grievance_id.eq(id)).into_boxed(),
        Owner::Commitment(id) => attachments::table.filter(attachments::commitment_id.eq(id)).into_boxed(),
        Owner::Agreement(id) => attachments::table.filter(attachments::agreement_id.eq(id)).into_boxed(),
        Owner::GrantApplication(id) => attachments::table.filter(attachments::grant_application_id.eq(id)).into_boxed(),
    }
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = attachments)]
pub struct AttachmentRow {
    pub id: AttachmentId,
    pub grievance_id: Option<GrievanceId>,
    pub commitment_id: Option<CommitmentId>,
    pub agreement_id: Option<AgreementId>,
    pub grant_application_id: Option<GrantApplicationId>,
    pub name: String,
    pub media_type: String,
    pub size: i64,
    pub sha256: String,
    pub account_id: Option<AccountId>,
    pub at: Moment,
    /// Whether everybody may see it, with the commitment that it belongs to.
    pub published: bool,
}

impl AttachmentRow {
    pub fn new(
        id: AttachmentId,
        owner: Owner,
        name: &str,
        file: &Clean,
        by: Option<AccountId>,
        now: DateTime<Utc>,
    ) -> Self {
        Self {
            id,
            grievance_id: owner.case(),
            commitment_id: owner.commitment(),
            agreement_id: owner.agreement(),
            grant_application_id: owner.grant_application(),
            name: plain(name, file.kind),
            media_type: file.kind.media_type().to_owned(),
            size: i64::try_from(file.bytes.len()).unwrap_or(i64::MAX),
            sha256: hex::encode(Sha256::digest(&file.bytes)),
            account_id: by,
            at: now.into(),
            published: false,
        }
    }

    pub fn view(self) -> Attachment {
        let Self { id, name, media_type, size, at, .. } = self;
        Attachment { id, name, class: FileClass::of(&media_type), media_type, size, at: at.utc() }
    }

    pub fn owner(&self) -> Result<Owner> {
        let case = self.grievance_id.map(Owner::Case);
        let promise = self.commitment_id.map(Owner::Commitment);
        let agreement = self.agreement_id.map(Owner::Agreement);
        let application = self.grant_application_id.map(Owner::GrantApplication);
        case.or(promise).or(agreement).or(application).ok_or(ApiError::Internal)
    }

    pub fn class(&self) -> FileClass {
        FileClass::of(&self.media_type)
    }
}

/// Adds a file to what it belongs to.
pub fn add(conn: &mut Conn, owner: Owner, row: &AttachmentRow) -> Result<AttachmentRow> {
    let count: i64 = of(owner).count().get_result(conn)?;
    if count >= MOST {
        return Err(ApiError::Conflict("too_many_files"));
    }
    diesel::insert_into(attachments::table).values(row).execute(conn)?;
    find(conn, owner, row.id)
}

/// A file of something that the caller has been found to reach.
pub fn find(conn: &mut Conn, owner: Owner, id: AttachmentId) -> Result<AttachmentRow> {
    Ok(of(owner).filter(attachments::id.eq(id)).select(AttachmentRow::as_select()).first(conn)?)
}

/// All files of an agreement.
pub fn of_agreement(conn: &mut Conn, id: AgreementId) -> Result<Vec<AttachmentRow>> {
    Ok(of(Owner::Agreement(id)).order(attachments::id).select(AttachmentRow::as_select()).load(conn)?)
}

/// All files of an application for a grant.
pub fn of_grant_application(conn: &mut Conn, id: GrantApplicationId) -> Result<Vec<AttachmentRow>> {
    Ok(of(Owner::GrantApplication(id)).order(attachments::id).select(AttachmentRow::as_select()).load(conn)?)
}

/// All files of a commitment.
pub fn of_commitment(conn: &mut Conn, id: CommitmentId) -> Result<Vec<AttachmentRow>> {
    Ok(of(Owner::Commitment(id)).order(attachments::id).select(AttachmentRow::as_select()).load(conn)?)
}

/// A file that the reporter sent.
pub fn find_own(conn: &mut Conn, case: GrievanceId, id: AttachmentId) -> Result<AttachmentRow> {
    find(conn, Owner::Case(case), id)
        .and_then(|row| if row.account_id.is_none() { Ok(row) } else { Err(ApiError::NotFound) })
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
