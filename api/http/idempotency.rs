//! `Idempotency-Key`: a create that is sent again, for want of an answer, is done once.
//!
//! The key is kept for 24 hours with the answer that it got. The answer can hold a receipt code, so it is encrypted
//! under a key derived from the caller's own: the database alone gives nothing away. The header is that of the IETF
//! draft `idempotency-key-header`.

use std::future::{Ready, ready};

use actix_web::body::BoxBody;
use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use actix_web::{FromRequest, HttpRequest, HttpResponse, Responder};
use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::{ApiError, Result};
use crate::schema::idempotency_keys as keys;
use crate::secrets::Sealer;

const KEPT: TimeDelta = TimeDelta::hours(24);
const SHORTEST: usize = 16;
const LONGEST: usize = 255;

/// The key of a create, bound to who asked and for what.
#[derive(Clone)]
pub struct IdempotencyKey {
    key: String,
    path: String,
    caller: String,
}

impl FromRequest for IdempotencyKey {
    type Error = ApiError;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(from_header(request))
    }
}

fn from_header(request: &HttpRequest) -> Result<IdempotencyKey> {
    let key = request
        .headers()
        .get("idempotency-key")
        .ok_or(ApiError::BadRequest("idempotency_key_required"))?
        .to_str()
        .ok()
        .filter(|key| (SHORTEST..=LONGEST).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_graphic()))
        .ok_or(ApiError::BadRequest("idempotency_key_invalid"))?;
    Ok(IdempotencyKey {
        key: key.to_owned(),
        path: request.path().to_owned(),
        caller: crate::authn::caller(request).unwrap_or_default(),
    })
}

/// An answer that can be given again as it was.
pub struct Answer {
    status: u16,
    json: Vec<u8>,
}

impl Answer {
    pub fn created(record: &impl Serialize) -> Result<Self> {
        let json = serde_json::to_vec(record).map_err(|_| ApiError::Internal)?;
        Ok(Self { status: StatusCode::CREATED.as_u16(), json })
    }

    /// The record that the answer holds.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T> {
        serde_json::from_slice(&self.json).map_err(|_| ApiError::Internal)
    }
}

impl Responder for Answer {
    type Body = BoxBody;

    fn respond_to(self, _: &HttpRequest) -> HttpResponse {
        HttpResponse::build(StatusCode::from_u16(self.status).unwrap_or(StatusCode::OK))
            .insert_header((CONTENT_TYPE, "application/json"))
            .insert_header((CACHE_CONTROL, "no-store"))
            .body(self.json)
    }
}

impl IdempotencyKey {
    /// The key of one part of a request whose parts are done one by one.
    pub fn part(&self, part: &impl std::fmt::Display) -> Self {
        Self { key: format!("{}/{part}", self.key), ..self.clone() }
    }

    /// Within a transaction: the answer this key got before, or that of `create`, kept for the next time.
    ///
    /// Two at once: the second waits for the first to commit and gets its answer.
    pub fn once<T: Serialize>(
        &self,
        conn: &mut Conn,
        sealer: &Sealer,
        request: &impl Serialize,
        now: DateTime<Utc>,
        create: impl FnOnce(&mut Conn) -> Result<T>,
    ) -> Result<Answer> {
        let request_hash = self.hash_of(&serde_json::to_vec(request).map_err(|_| ApiError::Internal)?);
        if let Some(before) = self.find(conn, sealer, &request_hash, now)? {
            return Ok(before);
        }
        let answer = Answer::created(&create(conn)?)?;
        let row = (
            keys::key_hash.eq(self.hash()),
            keys::request_hash.eq(&request_hash),
            keys::status.eq(i64::from(answer.status)),
            keys::answer_sealed.eq(sealer.seal_under(&self.key, &place(&self.hash()), &answer.json)?),
            keys::created_at.eq(Moment::from(now)),
        );
        diesel::insert_into(keys::table).values(row).execute(conn)?;
        Ok(answer)
    }

    fn find(&self, conn: &mut Conn, sealer: &Sealer, request_hash: &str, now: DateTime<Utc>) -> Result<Option<Answer>> {
        forget_old(conn, now)?;
        let found: Option<(String, i64, Vec<u8>)> = keys::table
            .find(self.hash())
            .select((keys::request_hash, keys::status, keys::answer_sealed))
            .first(conn)
            .optional()?;
        let Some((known, status, sealed)) = found else { return Ok(None) };
        if known != request_hash {
            return Err(ApiError::field("", "idempotency_key_reused"));
        }
        let json = sealer.open_under(&self.key, &place(&self.hash()), &sealed)?;
        Ok(Some(Answer { status: u16::try_from(status).unwrap_or(201), json }))
    }

    /// Of what was asked. Under the caller's key: a request holds a name and a number beside words that the database holds
    /// too, and a number can be guessed.
    fn hash_of(&self, request: &[u8]) -> String {
        digest(&[self.key.as_bytes(), request])
    }

    fn hash(&self) -> String {
        digest(&[self.caller.as_bytes(), self.path.as_bytes(), self.key.as_bytes()])
    }
}

impl IdempotencyKey {
    /// Deletes the kept answers of what was created at these moments: they hold what is taken out of the records.
    pub fn forget_answers(conn: &mut Conn, created_at: &[Moment]) -> Result<()> {
        diesel::delete(keys::table.filter(keys::created_at.eq_any(created_at.to_vec()))).execute(conn)?;
        Ok(())
    }
}

/// Where a kept answer is sealed.
pub fn place(key_hash: &str) -> String {
    format!("idempotency_keys/{key_hash}/answer_sealed")
}

/// Deletes every key whose day is over.
pub fn forget_all_old(conn: &mut Conn, now: DateTime<Utc>) -> Result<()> {
    diesel::delete(keys::table.filter(keys::created_at.lt(Moment::from(now - KEPT)))).execute(conn)?;
    Ok(())
}

/// Deletes a few of the keys whose day is over, so that no separate chore is needed.
fn forget_old(conn: &mut Conn, now: DateTime<Utc>) -> Result<()> {
    let old: Vec<String> =
        keys::table.filter(keys::created_at.lt(Moment::from(now - KEPT))).select(keys::key_hash).limit(4).load(conn)?;
    if !old.is_empty() {
        diesel::delete(keys::table.filter(keys::key_hash.eq_any(old))).execute(conn)?;
    }
    Ok(())
}

fn digest(parts: &[&[u8]]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    hex::encode(hash.finalize())
}

impl utoipa::IntoParams for IdempotencyKey {
    fn into_params(
        _: impl Fn() -> Option<utoipa::openapi::path::ParameterIn>,
    ) -> Vec<utoipa::openapi::path::Parameter> {
        let words = "A new random text (a UUID) for each create; the same one when the create is sent again.";
        vec![super::params::header("idempotency-key", words, "^[!-~]{16,255}$")]
    }
}
