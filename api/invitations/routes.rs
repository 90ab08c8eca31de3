//! Invitations over HTTP, for administrators.

use actix_web::{HttpResponse, delete, get, post, web};
use chrono::Utc;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use super::domain::LIVES;
use super::policy::{CreateInvitation, ListInvitations, WithdrawInvitation};
use super::store::{self, NewInvitationRow};
use super::view::NewInvitationLink;
use super::{Invitation, InvitationId};
use crate::accounts::{directory, domain, memberships};
use crate::app::System;
use crate::audit::{self, Subject};
use crate::authn::token::opaque;
use crate::authz::{Action, Permit, Role};
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::Result;
use crate::http::idempotency::Answer;
use crate::http::{Cursor, Id, IdempotencyKey, IfMatch, Page, PageQuery, Params, Routes, Valid};
use crate::names::Language;
use crate::organisations::OrganisationId;
use crate::places::PlaceId;
use crate::programmes::ProgrammeId;

pub fn routes(api: &mut impl Routes) {
    api.service(list_invitations).service(create_invitation).service(withdraw_invitation);
}

/// The invitations, the latest first.
#[utoipa::path(tag = "invitations", params(PageQuery), responses((status = OK, body = Page<Invitation>)))]
#[get("/invitations")]
async fn list_invitations(
    permit: Permit<ListInvitations>,
    Params(query): Params<PageQuery>,
    system: web::Data<System>,
) -> Result<web::Json<Page<Invitation>>> {
    let limit = query.limit();
    let invitations = system.db.read(move |conn| store::list(conn, &permit, query.after, limit, Utc::now())).await?;
    let cursor = |invitation: &Invitation| Cursor::by_id(invitation.id);
    Ok(web::Json(Page::of(invitations, limit, cursor, |invitation| invitation)))
}

/// Whom to invite, and what their account is going to be.
#[derive(Clone, Deserialize, Serialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewInvitation {
    #[validate(email, length(min = 3, max = 254))]
    #[schema(min_length = 3, max_length = 254, format = Email)]
    pub email: String,
    #[validate(length(min = 1, max = 120))]
    #[schema(min_length = 1, max_length = 120)]
    pub name: String,
    /// It must go with the organisation's kind.
    pub role: Role,
    pub language: Language,
    pub organisation_id: OrganisationId,
    /// The places that the account is going to speak for.
    #[validate(length(max = 100))]
    #[schema(max_items = 100)]
    pub place_ids: Vec<PlaceId>,
    /// The programmes that the account is going to work in.
    #[validate(length(max = 100))]
    #[schema(max_items = 100)]
    pub programme_ids: Vec<ProgrammeId>,
}

/// Invites somebody. The answer holds the secret part of the link: it is shown this once, and used once within seven
/// days.
#[utoipa::path(
    tag = "invitations", params(IdempotencyKey), request_body = NewInvitation,
    responses((status = CREATED, body = NewInvitationLink))
)]
#[post("/invitations")]
async fn create_invitation(
    permit: Permit<CreateInvitation>,
    key: IdempotencyKey,
    Valid(new): Valid<NewInvitation>,
    system: web::Data<System>,
) -> Result<Answer> {
    let sealer = system.sealer.clone();
    system
        .db
        .write(move |conn| {
            let now = Utc::now();
            key.once(conn, &sealer, &new, now, |conn| invite(conn, &permit, new.clone()))
        })
        .await
}

fn invite(conn: &mut Conn, permit: &Permit<CreateInvitation>, new: NewInvitation) -> Result<NewInvitationLink> {
    let now = Utc::now();
    let NewInvitation { email, name, role, language, organisation_id, place_ids, programme_ids } = new;
    directory::check_fits(conn, role, organisation_id)?;
    let places = memberships::known_places(conn, &place_ids)?;
    let programmes = memberships::known_programmes(conn, &programme_ids)?;
    let (link_token, token_hash) = opaque();
    let row = NewInvitationRow {
        id: InvitationId::at(now),
        token_hash,
        email: domain::address(&email),
        name,
        role,
        language,
        organisation_id,
        invited_by: permit.account()?,
        created_at: Moment::from(now),
        expires_at: Moment::from(now + LIVES),
    };
    let invitation = store::create(conn, permit, &row, &places, &programmes)?;
    let subject = Subject::new("invitation", invitation.id);
    audit::record(conn, &permit.who(), CreateInvitation::OPERATION, &subject, role.as_str(), now)?;
    Ok(NewInvitationLink { invitation, link_token })
}

/// Withdraws an invitation that is still open: its link opens nothing any more.
#[utoipa::path(
    tag = "invitations", params(("id" = InvitationId, Path), IfMatch), responses((status = NO_CONTENT))
)]
#[delete("/invitations/{id}")]
async fn withdraw_invitation(
    permit: Permit<WithdrawInvitation>,
    Id(id): Id<InvitationId>,
    expected: IfMatch,
    system: web::Data<System>,
) -> Result<HttpResponse> {
    system
        .db
        .write(move |conn| {
            let now = Utc::now();
            store::withdraw(conn, &permit, id, expected, now)?;
            let subject = Subject::new("invitation", id);
            audit::record(conn, &permit.who(), WithdrawInvitation::OPERATION, &subject, "", now)
        })
        .await?;
    Ok(HttpResponse::NoContent().finish())
}
