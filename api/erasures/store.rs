//! Taking out of the tables what a person wants taken out.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use super::ErasureId;
use super::ledger::{Erased, ErasedCase};
use super::people;
use super::policy::EraseGrievance;
use super::view::{Erasure, ErasureInput};
use crate::accounts::AccountId;
use crate::attachments::AttachmentId;
use crate::authz::Permit;
use crate::db::types::Moment;
use crate::db::{Conn, on_engine};
use crate::error::Result;
use crate::exports;
use crate::grievances::GrievanceId;
use crate::grievances::domain::{Author, ConsentGiven, Move};
use crate::grievances::indexed;
use crate::grievances::store::Case;
use crate::http::IfMatch;
use crate::http::version::{changed_one, still};
use crate::names::Person;
use crate::protection::check_ins;
use crate::schema::{
    accounts, attachments, grievance_erasures as erasures, grievance_events as events, grievance_messages as messages,
    grievance_referrals as referrals, grievance_second_ratings as second_ratings, grievance_withdrawals as withdrawals,
    grievances, identity_grants,
};

/// Takes a person out of a case that was found within reach; the files that must still leave the store.
pub fn erase(
    conn: &mut Conn,
    permit: &Permit<EraseGrievance>,
    case: &Case,
    expected: IfMatch,
    input: &ErasureInput,
    now: DateTime<Utc>,
) -> Result<Vec<AttachmentId>> {
    still(case.version, expected)?;
    let extent = Extent { words: input.words, files: input.files, receipt: input.receipt };
    let files = take_out(conn, case.id, case.version, extent, now)?;
    note(conn, permit.account()?, case.id, input, now)?;
    Ok(files)
}

/// What is taken out of a case besides the name and contact.
#[derive(Clone, Copy)]
pub struct Extent {
    pub words: bool,
    pub files: bool,
    pub receipt: bool,
}

/// Takes it out, without noting it; the files that must still leave the store.
pub fn take_out(
    conn: &mut Conn,
    case: GrievanceId,
    version: i64,
    Extent { words, files, receipt }: Extent,
    now: DateTime<Utc>,
) -> Result<Vec<AttachmentId>> {
    let same = grievances::table.filter(grievances::id.eq(case)).filter(grievances::version.eq(version));
    let set = (
        grievances::reporter_sealed.eq(None::<Vec<u8>>),
        grievances::consent.eq(None::<String>),
        grievances::consent_given.eq(None::<ConsentGiven>),
        grievances::version.eq(version + 1),
        grievances::updated_at.eq(Moment::from(now)),
    );
    changed_one(diesel::update(same).set(set).execute(conn)?)?;
    if words {
        exports::store::forget_showing(conn, case)?;
        erase_words(conn, case)?;
    }
    if receipt {
        // No code hashes to it: hashes are hexadecimal.
        let nobodys = format!("erased {case}");
        diesel::update(grievances::table.find(case)).set(grievances::receipt_hash.eq(nobodys)).execute(conn)?;
        check_ins::store::end(conn, case)?;
    }
    let files = if files { forget_files(conn, case)? } else { vec![] };
    indexed::index(conn, case)?;
    Ok(files)
}

fn erase_words(conn: &mut Conn, case: GrievanceId) -> Result<()> {
    let set = (
        grievances::narrative.eq(""),
        grievances::wish.eq(None::<String>),
        grievances::occurred_on.eq(None::<NaiveDate>),
        grievances::rating_comment.eq(None::<String>),
    );
    diesel::update(grievances::table.find(case)).set(set).execute(conn)?;
    let own = messages::table.filter(messages::grievance_id.eq(case)).filter(messages::author.eq(Author::Reporter));
    diesel::update(own).set(messages::body.eq("")).execute(conn)?;
    check_ins::store::erase_words(conn, case)?;
    erase_ends(conn, case)?;
    // Of the reporter's own moves, and of a consent that others recorded.
    let theirs = events::account_id.is_null().or(events::made.eq(Move::RecordAgreement));
    diesel::update(events::table.filter(events::grievance_id.eq(case)).filter(theirs))
        .set(events::note.eq(None::<String>))
        .execute(conn)?;
    // Why an identity was opened can hold who it was.
    diesel::update(identity_grants::table.filter(identity_grants::grievance_id.eq(case)))
        .set(identity_grants::reason.eq(""))
        .execute(conn)?;
    Ok(())
}

/// What the reporter said at the end of the case or afterwards, and what was passed on of it.
fn erase_ends(conn: &mut Conn, case: GrievanceId) -> Result<()> {
    diesel::update(withdrawals::table.filter(withdrawals::grievance_id.eq(case)))
        .set(withdrawals::told_sealed.eq(None::<Vec<u8>>))
        .execute(conn)?;
    diesel::update(second_ratings::table.filter(second_ratings::grievance_id.eq(case)))
        .set(second_ratings::comment.eq(None::<String>))
        .execute(conn)?;
    let of_case = referrals::table.filter(referrals::grievance_id.eq(case));
    diesel::update(of_case).set((referrals::passed_on.eq(""), referrals::consent.eq(""))).execute(conn)?;
    diesel::update(of_case.filter(referrals::reply.is_not_null())).set(referrals::reply.eq("")).execute(conn)?;
    Ok(())
}

fn forget_files(conn: &mut Conn, case: GrievanceId) -> Result<Vec<AttachmentId>> {
    let of_case = attachments::table.filter(attachments::grievance_id.eq(case));
    let ids = of_case.select(attachments::id).load(conn)?;
    diesel::delete(of_case).execute(conn)?;
    Ok(ids)
}

fn note(conn: &mut Conn, by: AccountId, case: GrievanceId, input: &ErasureInput, now: DateTime<Utc>) -> Result<()> {
    let ErasureInput { reason, words, files, receipt } = input;
    let (words, files, receipt) = (*words, *files, *receipt);
    let erased =
        ErasedCase { id: ErasureId::at(now), grievance_id: case, account_id: by, at: now, words, files, receipt };
    insert(conn, &erased, reason.trim())
}

pub fn insert(conn: &mut Conn, erased: &ErasedCase, reason: &str) -> Result<()> {
    let ErasedCase { id, grievance_id, account_id, at, words, files, receipt } = erased;
    let row = (
        (erasures::id.eq(id), erasures::grievance_id.eq(grievance_id), erasures::account_id.eq(account_id)),
        (erasures::at.eq(Moment::from(*at)), erasures::reason.eq(reason)),
        (erasures::words.eq(words), erasures::files.eq(files), erasures::receipt.eq(receipt)),
    );
    diesel::insert_into(erasures::table).values(row).execute(conn)?;
    Ok(())
}

type Noted = (ErasureId, GrievanceId, AccountId, Moment, bool, bool, bool);

/// All that were made, of cases and of stakeholders.
pub fn all(conn: &mut Conn) -> Result<Vec<Erased>> {
    let cases = of_cases(conn)?.into_iter().map(Erased::Case);
    Ok(cases.chain(people::all(conn)?.into_iter().map(Erased::Stakeholder)).collect())
}

/// Those of cases, the first first.
fn of_cases(conn: &mut Conn) -> Result<Vec<ErasedCase>> {
    let rows: Vec<Noted> = erasures::table
        .order((erasures::at, erasures::id))
        .select((
            erasures::id,
            erasures::grievance_id,
            erasures::account_id,
            erasures::at,
            erasures::words,
            erasures::files,
            erasures::receipt,
        ))
        .load(conn)?;
    let erased = |(id, grievance_id, account_id, at, words, files, receipt): Noted| {
        let at = at.utc();
        ErasedCase { id, grievance_id, account_id, at, words, files, receipt }
    };
    Ok(rows.into_iter().map(erased).collect())
}

type Row = (Moment, AccountId, String, String, bool, bool, bool);

/// What was taken out of a case that the caller was found to reach, the first first.
pub fn of_case(conn: &mut Conn, case: GrievanceId) -> Result<Vec<Erasure>> {
    let rows: Vec<Row> = on_engine!(conn, conn => erasures::table
        .inner_join(accounts::table)
        .filter(erasures::grievance_id.eq(case))
        .order((erasures::at, erasures::id))
        .select((
            erasures::at,
            accounts::id,
            accounts::name,
            erasures::reason,
            erasures::words,
            erasures::files,
            erasures::receipt,
        ))
        .load(conn))?;
    let view = |(at, id, name, reason, words, files, receipt): Row| Erasure {
        at: at.utc(),
        by: Person { id: id.into(), name },
        reason,
        words,
        files,
        receipt,
    };
    Ok(rows.into_iter().map(view).collect())
}
