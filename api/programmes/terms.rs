//! How long things may take in a programme: its own figures, where it has set others than the mechanism's.

use actix_web::{get, put, web};
use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use strum::VariantArray;
use utoipa::ToSchema;
use validator::Validate;

use super::ProgrammeId;
use super::policy::{GetProgrammeTerms, UpdateProgrammeTerms};
use crate::app::System;
use crate::audit::{self, Subject};
use crate::authz::{self, Action, Permit, Role};
use crate::db::Conn;
use crate::error::{ApiError, Result};
use crate::grievances::clock::anew;
use crate::grievances::clock::terms::{DEFAULTS, Span, Term, TermUnit};
use crate::http::version::{changed_one, still};
use crate::http::{Id, IfMatch, Routes, Tagged, Valid, Version};
use crate::schema::{programme_terms, programmes};

pub fn routes(api: &mut impl Routes) {
    api.service(get_programme_terms).service(update_programme_terms);
}

/// The terms of a programme.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProgrammeTerms {
    /// The programme's.
    pub version: Version,
    /// Each one once, in order.
    pub terms: Vec<ProgrammeTerm>,
    /// What the caller may do with them now.
    pub actions: Vec<&'static str>,
}

/// A term of a programme.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProgrammeTerm {
    pub term: Term,
    pub amount: i64,
    pub unit: TermUnit,
    /// Whether it is the mechanism's own figure.
    pub usual: bool,
}

/// The terms to set: each one once. One that is the mechanism's own figure counts as not set.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct TermsChange {
    #[validate(nested, length(min = 1, max = 20))]
    #[schema(min_items = 1, max_items = 20)]
    pub terms: Vec<TermInput>,
}

/// A term to set.
#[derive(Clone, Deserialize, Serialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct TermInput {
    pub term: Term,
    #[validate(range(min = 1, max = 1000))]
    #[schema(minimum = 1, maximum = 1000)]
    pub amount: i64,
    pub unit: TermUnit,
}

/// How long things may take in a programme.
#[utoipa::path(
    tag = "programmes", params(("id" = ProgrammeId, Path)), responses((status = OK, body = ProgrammeTerms))
)]
#[get("/programmes/{id}/terms")]
async fn get_programme_terms(
    permit: Permit<GetProgrammeTerms>,
    Id(id): Id<ProgrammeId>,
    system: web::Data<System>,
) -> Result<Tagged<ProgrammeTerms>> {
    let terms = system.db.read(move |conn| read(conn, id, permit.role())).await?;
    Ok(Tagged(terms.version, terms))
}

/// Sets how long things may take in a programme. Its deadlines are counted anew, some at a time.
#[utoipa::path(
    tag = "programmes", params(("id" = ProgrammeId, Path), IfMatch), request_body = TermsChange,
    responses((status = OK, body = ProgrammeTerms))
)]
#[put("/programmes/{id}/terms")]
async fn update_programme_terms(
    permit: Permit<UpdateProgrammeTerms>,
    Id(id): Id<ProgrammeId>,
    expected: IfMatch,
    Valid(change): Valid<TermsChange>,
    system: web::Data<System>,
) -> Result<Tagged<ProgrammeTerms>> {
    let terms = system.db.write(move |conn| replace(conn, &permit, id, expected, &change.terms, Utc::now())).await?;
    Ok(Tagged(terms.version, terms))
}

fn read(conn: &mut Conn, programme: ProgrammeId, role: Role) -> Result<ProgrammeTerms> {
    let version = programmes::table.find(programme).select(programmes::version).first(conn)?;
    let set: Vec<(Term, i64, TermUnit)> = programme_terms::table
        .filter(programme_terms::programme_id.eq(programme))
        .select((programme_terms::term, programme_terms::amount, programme_terms::unit))
        .load(conn)?;
    let terms = DEFAULTS.iter().map(|usual| {
        let (term, amount, unit) = set.iter().find(|(term, ..)| *term == usual.0).unwrap_or(usual);
        ProgrammeTerm { term: *term, amount: *amount, unit: *unit, usual: (*term, *amount, *unit) == *usual }
    });
    let actions = authz::allowed::<UpdateProgrammeTerms>(role).into_iter().collect();
    Ok(ProgrammeTerms { version, terms: terms.collect(), actions })
}

fn replace(
    conn: &mut Conn,
    permit: &Permit<UpdateProgrammeTerms>,
    programme: ProgrammeId,
    expected: IfMatch,
    terms: &[TermInput],
    now: DateTime<Utc>,
) -> Result<ProgrammeTerms> {
    let version: Version = programmes::table.find(programme).select(programmes::version).first(conn)?;
    still(version, expected)?;
    check(terms)?;
    let target = programmes::table.filter(programmes::id.eq(programme)).filter(programmes::version.eq(version));
    changed_one(diesel::update(target).set(programmes::version.eq(version + 1)).execute(conn)?)?;
    diesel::delete(programme_terms::table.filter(programme_terms::programme_id.eq(programme))).execute(conn)?;
    for TermInput { term, amount, unit } in terms.iter().filter(|input| !is_usual(input)) {
        let row = (
            programme_terms::programme_id.eq(programme),
            programme_terms::term.eq(term),
            programme_terms::amount.eq(amount),
            programme_terms::unit.eq(unit),
        );
        diesel::insert_into(programme_terms::table).values(row).execute(conn)?;
    }
    anew(conn)?;
    let subject = Subject::new("programme", programme);
    audit::record(conn, &permit.who(), UpdateProgrammeTerms::OPERATION, &subject, "", now)?;
    read(conn, programme, permit.role())
}

fn is_usual(input: &TermInput) -> bool {
    DEFAULTS.contains(&(input.term, input.amount, input.unit))
}

/// Each term once, and an acknowledgement is not broken before it is late.
fn check(terms: &[TermInput]) -> Result<()> {
    for term in Term::VARIANTS {
        let named = terms.iter().filter(|input| input.term == *term).count();
        if named != 1 {
            return Err(ApiError::field("/terms", if named == 0 { "incomplete" } else { "duplicate" }));
        }
    }
    let span = |wanted| terms.iter().find(|input| input.term == wanted).map(|input| Span::of(input.amount, input.unit));
    let (late, broken) = (span(Term::Acknowledge), span(Term::AcknowledgeAtLast));
    if late.zip(broken).is_some_and(|(late, broken)| late.worked != broken.worked || late.length > broken.length) {
        return Err(ApiError::field("/terms", "broken_before_late"));
    }
    Ok(())
}
