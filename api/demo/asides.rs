//! What leads a case of the demonstration off the main path.

use strum::VariantArray;

use super::grievances::{Player, Scene};
use crate::db::Conn;
use crate::error::{ApiError, Result};
use crate::grievances::decisions::{self, Reasons};
use crate::grievances::domain::{Asked, Author, COMMITTEE, Move, SharedWith, Side};
use crate::grievances::inputs::{ReferralInput, SeatInput, Withdrawal};
use crate::grievances::moves::{Change, Message, Step};
use crate::grievances::store::reread;
use crate::grievances::{candidates, committee, referrals, withdrawals};

impl Player<'_> {
    pub fn find_ineligible(&self, conn: &mut Conn, scene: &Scene<'_>) -> Result<()> {
        let decision = scene.case.decision.clone().ok_or(ApiError::Internal)?;
        self.decide(conn, scene, Move::FindIneligible, decision.reason, Some(decision.elsewhere))
    }

    pub fn ask_closing(&self, conn: &mut Conn, scene: &Scene<'_>) -> Result<()> {
        let reason = scene.case.closing_reason.clone().ok_or(ApiError::Internal)?;
        self.decide(conn, scene, Move::AskClosing, reason, None)
    }

    fn decide(
        &self,
        conn: &mut Conn,
        scene: &Scene<'_>,
        made: Move,
        reason: String,
        elsewhere: Option<String>,
    ) -> Result<()> {
        let account = self.cast.owner(scene.number)?.id;
        let note = Some(reason.clone());
        decisions::add(conn, self.id(scene)?, Reasons { made, account, reason, elsewhere }, scene.at)?;
        self.owner_moves(conn, scene, made, Step { note, ..Step::default() })
    }

    pub fn escalate(&self, conn: &mut Conn, scene: &Scene<'_>) -> Result<()> {
        let note = scene.case.escalation_note.clone();
        let change = Change { escalation_level: Some(COMMITTEE), ..Change::default() };
        self.owner_moves(conn, scene, Move::Escalate, Step { change, note, ..Step::default() })
    }

    /// One member for each side, of those who may sit.
    pub fn appoint_committee(&self, conn: &mut Conn, scene: &Scene<'_>) -> Result<()> {
        let case = reread(conn, self.id(scene)?)?;
        let candidates = candidates::of(conn, &case, scene.at)?;
        let first = |side: &Side| candidates.iter().find(|candidate| candidate.side == *side);
        let seats = Side::VARIANTS.iter().filter_map(first);
        let seats: Vec<_> =
            seats.map(|candidate| SeatInput { account_id: candidate.id, side: candidate.side }).collect();
        committee::appoint(conn, &case, &seats, self.cast.owner(scene.number)?.id, scene.at)?;
        self.owner_moves(conn, scene, Move::AppointCommittee, Step::default())
    }

    pub fn declare(&self, conn: &mut Conn, scene: &Scene<'_>, number: usize) -> Result<()> {
        let id = self.id(scene)?;
        let members = committee::of(conn, &[id])?.remove(&id).unwrap_or_default();
        let account = members.get(number).ok_or(ApiError::Internal)?.account_id;
        let person = self.known.people.iter().find(|person| person.id == account).ok_or(ApiError::Internal)?;
        self.moves(conn, scene, Some(person), Move::Declare, Step::default())?;
        committee::declare(conn, id, account, None, scene.at)
    }

    pub fn refer(&self, conn: &mut Conn, scene: &Scene<'_>) -> Result<()> {
        let referral = scene.case.referral.clone().ok_or(ApiError::Internal)?;
        let note = Some(referral.external_body.clone());
        let input = ReferralInput {
            external_body: referral.external_body,
            passed_on: referral.passed_on,
            consent: referral.consent,
        };
        referrals::add(conn, self.id(scene)?, self.cast.owner(scene.number)?.id, input, scene.at)?;
        self.owner_moves(conn, scene, Move::Refer, Step { note, ..Step::default() })
    }

    pub fn record_reply(&self, conn: &mut Conn, scene: &Scene<'_>) -> Result<()> {
        let reply = scene.case.referral.as_ref().and_then(|referral| referral.reply.clone());
        referrals::reply(conn, self.id(scene)?, reply.as_deref().ok_or(ApiError::Internal)?, scene.at)?;
        self.owner_moves(conn, scene, Move::RecordReply, Step { note: reply, ..Step::default() })
    }

    pub fn ask(&self, conn: &mut Conn, scene: &Scene<'_>) -> Result<()> {
        let question = scene.case.question.clone().ok_or(ApiError::Internal)?;
        let shared_with = match question.asked {
            Asked::Reporter => SharedWith::Reporter,
            Asked::Respondent => SharedWith::Respondent,
        };
        let message = Some(Message { author: Author::Programme, shared_with, body: question.question });
        self.owner_moves(conn, scene, Move::Ask, Step { message, asked: Some(question.asked), ..Step::default() })
    }

    pub fn mark_duplicate(&self, conn: &mut Conn, scene: &Scene<'_>) -> Result<()> {
        let key = scene.case.duplicate_of.as_deref().ok_or(ApiError::Internal)?;
        let duplicate_of = Some(self.other(key)?);
        self.owner_moves(conn, scene, Move::MarkDuplicate, Step { duplicate_of, ..Step::default() })
    }

    pub fn withdraw(&self, conn: &mut Conn, scene: &Scene<'_>) -> Result<()> {
        let answer = scene.case.pressed.clone().ok_or(ApiError::Internal)?;
        let answer = Withdrawal { pressed: answer.answer, told: answer.told };
        let case = reread(conn, self.id(scene)?)?;
        withdrawals::add(conn, self.sealer, &case, &answer, scene.at)?;
        self.moves(conn, scene, None, Move::Withdraw, Step::default())
    }
}
