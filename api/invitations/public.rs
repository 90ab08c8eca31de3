//! What the person invited does with the link.

use actix_web::{HttpRequest, HttpResponse, post, web};
use chrono::Utc;
use serde::Deserialize;
use utoipa::ToSchema;
use validator::Validate;

use super::acceptance::{self, OpenRow};
use super::view::OpenInvitation;
use crate::app::System;
use crate::audit::{self, Subject};
use crate::authn::password;
use crate::authn::token::opaque_hash;
use crate::error::Result;
use crate::http::{Routes, Valid};
use crate::sessions::opening::{Session, device, open, who};

pub fn routes(api: &mut impl Routes) {
    api.service(open_invitation).service(accept_invitation);
}

/// A link's secret part.
#[derive(Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct LinkToken {
    #[validate(length(min = 1, max = 100))]
    #[schema(min_length = 1, max_length = 100)]
    pub token: String,
}

/// Tells whose account a link is going to open. 404 for one that was used, withdrawn or is older than seven days.
#[utoipa::path(
    tag = "invitations", request_body = LinkToken,
    responses((status = OK, body = OpenInvitation), (status = NOT_FOUND), (status = TOO_MANY_REQUESTS))
)]
#[post("/invitations/open")]
async fn open_invitation(
    request: HttpRequest,
    Valid(link): Valid<LinkToken>,
    system: web::Data<System>,
) -> Result<web::Json<OpenInvitation>> {
    system.limits.sign_in(&request)?;
    let hash = opaque_hash(&link.token);
    let OpenRow { email, name, role, language, .. } =
        system.db.read(move |conn| acceptance::open(conn, &hash, Utc::now())).await?;
    Ok(web::Json(OpenInvitation { email, name, role, language }))
}

/// A link's secret part, and the password that the account is going to have.
#[derive(Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct InvitationAcceptance {
    #[validate(length(min = 1, max = 100))]
    #[schema(min_length = 1, max_length = 100)]
    pub token: String,
    #[validate(length(min = 10, max = 200))]
    #[schema(min_length = 10, max_length = 200)]
    pub password: String,
}

/// Opens the account of a link and signs in to it. Sets the refresh token as a cookie.
#[utoipa::path(
    tag = "invitations", request_body = InvitationAcceptance,
    responses((status = OK, body = Session), (status = NOT_FOUND), (status = TOO_MANY_REQUESTS))
)]
#[post("/invitations/accept")]
async fn accept_invitation(
    request: HttpRequest,
    Valid(acceptance): Valid<InvitationAcceptance>,
    system: web::Data<System>,
) -> Result<HttpResponse> {
    system.limits.sign_in(&request)?;
    let InvitationAcceptance { token, password } = acceptance;
    let hash = opaque_hash(&token);
    let wanted = hash.clone();
    let invited = system.db.read(move |conn| acceptance::open(conn, &wanted, Utc::now())).await?;
    password::check_strength("/password", &password, &[&invited.email, &invited.name])?;
    let password_hash = password::hash(password).await?;
    let (now, device, demand) = (Utc::now(), device(&request), system.factors.demand);
    let opened = system.db.write(move |conn| {
        let account = acceptance::accept(conn, &hash, password_hash, now)?;
        let subject = Subject::new("invitation", invited.id);
        audit::record(conn, &who(account.id, account.role), "accept_invitation", &subject, "", now)?;
        open(conn, account.id, &device, demand, "accept_invitation", now)
    });
    opened.await?.answer(&system, now)
}
