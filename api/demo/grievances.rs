//! Playing the demonstration's cases through the functions that real ones go through, in the order of time: so their
//! timelines, the audit trail and the search index are those of real cases.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Asia::Bishkek;

use super::PROGRAMME;
use super::cast::Cast;
use super::directory::{Directory, Person, find};
use super::files::{self, Grievance};
use super::story::{self, Deed};
use super::words;
use crate::authz::{Action, Reporter, Who};
use crate::db::Conn;
use crate::error::{ApiError, Result};
use crate::grievances::GrievanceId;
use crate::grievances::consent::GivenConsent;
use crate::grievances::domain::{Author, Channel, Confidentiality, ConsentGiven, Maker, Move, SharedWith, Track};
use crate::grievances::message::write_by;
use crate::grievances::moves::{Change, Message, Mover, Step, apply};
use crate::grievances::policy::{MOVES, MessageGrievance, REPORTERS_MOVES, RecordGrievance};
use crate::grievances::store::reread;
use crate::grievances::submit::{Intake, Submission, submit};
use crate::http::IfMatch;
use crate::secrets::Sealer;

/// Plays every case; `receipts` are the hashes of their codes.
pub fn load(
    conn: &mut Conn,
    sealer: &Sealer,
    known: &Directory,
    receipts: &[String],
    now: DateTime<Utc>,
) -> Result<()> {
    let cases: Vec<Grievance> = files::read(files::GRIEVANCES)?;
    let cast = Cast::of(known, find(&known.programmes, PROGRAMME)?);
    let mut player = Player { sealer, known, cast, now, played: HashMap::new() };
    let mut scenes: Vec<Scene> = vec![];
    for (number, (case, receipt)) in cases.iter().zip(receipts).enumerate() {
        let submitted = submitted(number, case.days_ago, now);
        let deeds = story::deeds(case);
        let steps = deeds.len();
        let at = |step| story::at(step, steps, submitted, now);
        scenes.extend(deeds.into_iter().enumerate().map(|(step, deed)| Scene {
            at: at(step),
            number,
            case,
            receipt,
            deed,
        }));
    }
    scenes.sort_by_key(|scene| scene.at);
    scenes.iter().try_for_each(|scene| {
        player.play(conn, scene).inspect_err(|error| {
            let case = scene.case.key.as_str();
            log::error!(case, deed:? = scene.deed, error:%; "a case of the demonstration can't be played");
        })
    })
}

/// Whoever writes by hand signs; the others say it.
fn consent(case: &Grievance) -> GivenConsent {
    match case.channel {
        Channel::OfflineForm | Channel::Letter => GivenConsent { given: ConsentGiven::Signed, note: None },
        Channel::Web | Channel::InPerson | Channel::Phone | Channel::Sms => {
            GivenConsent { given: ConsentGiven::Said, note: Some(words::consent(case.language).to_owned()) }
        }
    }
}

/// Not all at the same minute of the day.
fn submitted(number: usize, days_ago: i64, now: DateTime<Utc>) -> DateTime<Utc> {
    let minutes = i64::try_from(number * 37 % 240).unwrap_or_default() + 30;
    now - TimeDelta::days(days_ago) - TimeDelta::minutes(minutes)
}

pub struct Scene<'a> {
    pub at: DateTime<Utc>,
    pub number: usize,
    pub case: &'a Grievance,
    receipt: &'a str,
    deed: Deed,
}

pub struct Player<'a> {
    pub sealer: &'a Sealer,
    pub known: &'a Directory,
    pub cast: Cast,
    now: DateTime<Utc>,
    played: HashMap<String, GrievanceId>,
}

impl Player<'_> {
    fn play(&mut self, conn: &mut Conn, scene: &Scene<'_>) -> Result<()> {
        let case = scene.case;
        match scene.deed {
            Deed::Submit => self.submit(conn, scene),
            Deed::Acknowledge => self.owner_moves(conn, scene, Move::Acknowledge, Step::default()),
            Deed::Accept => self.accept(conn, scene),
            Deed::Summarise => self.summarise(conn, scene),
            Deed::Release => self.release(conn, scene),
            Deed::Investigate => self.owner_moves(conn, scene, Move::Investigate, Step::default()),
            Deed::Answer => self.answer(conn, scene),
            Deed::Propose => self.propose(conn, scene),
            Deed::Contest => self.reporter_moves(conn, scene, Move::Contest, Change::default(), &case.contest_reason),
            Deed::Agree => self.reporter_moves(conn, scene, Move::Agree, Change::default(), &None),
            Deed::Confirm => {
                let change = Change { confirmed_at: Some(Some(scene.at.into())), ..Change::default() };
                self.reporter_moves(conn, scene, Move::Confirm, change, &None)
            }
            Deed::Resolve => self.owner_moves(conn, scene, Move::Resolve, Step::default()),
            Deed::Rate => {
                let rating_comment = Some(case.rating_comment.clone());
                let change = Change { rating: Some(case.rating), rating_comment, ..Change::default() };
                self.reporter_moves(conn, scene, Move::Rate, change, &None)
            }
            Deed::FindIneligible => self.find_ineligible(conn, scene),
            Deed::Appeal => self.reporter_moves(conn, scene, Move::Appeal, Change::default(), &case.appeal_reason),
            Deed::Refer => self.refer(conn, scene),
            Deed::RecordReply => self.record_reply(conn, scene),
            Deed::Ask => self.ask(conn, scene),
            Deed::MarkDuplicate => self.mark_duplicate(conn, scene),
            Deed::Withdraw => self.withdraw(conn, scene),
            Deed::Escalate => self.escalate(conn, scene),
            Deed::AppointCommittee => self.appoint_committee(conn, scene),
            Deed::Declare(number) => self.declare(conn, scene, number),
            Deed::AskClosing => self.ask_closing(conn, scene),
            Deed::ConfirmClosing => {
                let second = self.cast.second(scene.number)?;
                self.moves(conn, scene, Some(second), Move::ConfirmClosing, Step::default())
            }
            Deed::Message(number) => self.message(conn, scene, number),
        }
    }

    fn submit(&mut self, conn: &mut Conn, scene: &Scene<'_>) -> Result<()> {
        let case = scene.case;
        let recorder = match case.channel {
            Channel::Web => None,
            Channel::OfflineForm | Channel::InPerson | Channel::Phone | Channel::Letter | Channel::Sms => {
                Some(self.cast.recorder(scene.number, &case.place)?)
            }
        };
        let (site, _) = find(&self.known.sites, &case.site)?;
        let day = |ago| self.now.with_timezone(&Bishkek).date_naive() - TimeDelta::days(ago);
        let submitted_on = scene.at.with_timezone(&Bishkek).date_naive();
        let submission = Submission {
            language: case.language,
            confidentiality: case.confidentiality,
            place_id: find(&self.known.places, &case.place)?,
            site_id: Some(site),
            category: Some(case.category),
            narrative: case.narrative.clone(),
            wish: case.wish.clone(),
            occurred_on: case.occurred_days_ago.map(|ago| day(ago).min(submitted_on)),
            reporter: case.reporter.clone(),
            share_with_community: case.confidentiality == Confidentiality::Named,
        };
        let intake = Intake {
            submission,
            channel: case.channel,
            consent: recorder.map(|_| consent(case)),
            recorded_by: recorder.map(|person| person.id),
            who: recorder.map_or(Who { id: None, role: "public" }, who),
            operation: if recorder.is_some() { RecordGrievance::OPERATION } else { "submit_grievance" },
            scope: None,
            receipt_hash: scene.receipt.to_owned(),
            submitted_at: scene.at,
        };
        let (id, _) = submit(conn, self.sealer, intake, scene.at)?;
        self.played.insert(case.key.clone(), id);
        Ok(())
    }

    fn accept(&self, conn: &mut Conn, scene: &Scene<'_>) -> Result<()> {
        let (site, company) = find(&self.known.sites, &scene.case.site)?;
        let change = Change {
            category: Some(scene.case.category),
            severity: Some(scene.case.severity),
            sensitivity: Some(scene.case.sensitivity),
            track: Some(Track::Normal),
            site_id: Some(Some(site)),
            respondent_id: Some(Some(company)),
            owner_id: Some(Some(self.cast.owner(scene.number)?.id)),
            ..Change::default()
        };
        self.owner_moves(conn, scene, Move::Accept, Step { change, ..Step::default() })
    }

    fn summarise(&self, conn: &mut Conn, scene: &Scene<'_>) -> Result<()> {
        let author = self.cast.owner(scene.number)?.id;
        let change =
            Change { summary: scene.case.summary.clone(), summary_author_id: Some(author), ..Change::default() };
        self.owner_moves(conn, scene, Move::Summarise, Step { change, ..Step::default() })
    }

    fn release(&self, conn: &mut Conn, scene: &Scene<'_>) -> Result<()> {
        let second = self.cast.second(scene.number)?;
        let change = Change { released_by: Some(second.id), released_at: Some(scene.at.into()), ..Change::default() };
        self.moves(conn, scene, Some(second), Move::Release, Step { change, ..Step::default() })
    }

    fn answer(&self, conn: &mut Conn, scene: &Scene<'_>) -> Result<()> {
        let (_, company) = find(&self.known.sites, &scene.case.site)?;
        let respondent = self.cast.respondent(company)?;
        let message = scene.case.answer.clone().map(|body| Message {
            author: Author::Respondent,
            shared_with: SharedWith::Programme,
            body,
        });
        self.moves(conn, scene, Some(respondent), Move::Answer, Step { message, ..Step::default() })
    }

    fn propose(&self, conn: &mut Conn, scene: &Scene<'_>) -> Result<()> {
        let proposed_on = scene.at.with_timezone(&Bishkek).date_naive();
        let remedy = scene.case.remedy.clone();
        let change = Change {
            remedy: remedy.clone(),
            remedy_due_on: Some(scene.case.due_in_days.map(|days| proposed_on + TimeDelta::days(days))),
            proposed_at: Some(scene.at.into()),
            ..Change::default()
        };
        self.owner_moves(conn, scene, Move::Propose, Step { change, note: remedy, ..Step::default() })
    }

    fn message(&self, conn: &mut Conn, scene: &Scene<'_>, number: usize) -> Result<()> {
        let written = scene.case.messages.get(number).ok_or(ApiError::Internal)?;
        let owner = self.cast.owner(scene.number)?;
        let (writer, shared_with) = match written.from {
            Author::Reporter => (
                Mover { who: Reporter::who(), maker: Maker::REPORTER, operation: "message_my_case" },
                SharedWith::Programme,
            ),
            Author::Programme | Author::Respondent => {
                let operation = MessageGrievance::OPERATION;
                (Mover { who: who(owner), maker: maker(owner), operation }, SharedWith::Reporter)
            }
        };
        let case = reread(conn, self.id(scene)?)?;
        let message = Message { author: written.from, shared_with, body: written.body.clone() };
        write_by(conn, &writer, &case, message, scene.at)
    }

    pub fn owner_moves(&self, conn: &mut Conn, scene: &Scene<'_>, made: Move, step: Step) -> Result<()> {
        self.moves(conn, scene, Some(self.cast.owner(scene.number)?), made, step)
    }

    fn reporter_moves(
        &self,
        conn: &mut Conn,
        scene: &Scene<'_>,
        made: Move,
        change: Change,
        words: &Option<String>,
    ) -> Result<()> {
        let message =
            words.clone().map(|body| Message { author: Author::Reporter, shared_with: SharedWith::Programme, body });
        self.moves(conn, scene, None, made, Step { change, message, ..Step::default() })
    }

    pub fn moves(
        &self,
        conn: &mut Conn,
        scene: &Scene<'_>,
        person: Option<&Person>,
        made: Move,
        step: Step,
    ) -> Result<()> {
        let case = reread(conn, self.id(scene)?)?;
        let mover = Mover {
            who: person.map_or_else(Reporter::who, who),
            maker: person.map_or(Maker::REPORTER, maker),
            operation: operation(made)?,
        };
        apply(conn, &case, IfMatch(case.version), &mover, made, step, scene.at)
    }

    pub fn id(&self, scene: &Scene<'_>) -> Result<GrievanceId> {
        find(&self.played, &scene.case.key)
    }

    /// Another case that was played before.
    pub fn other(&self, key: &str) -> Result<GrievanceId> {
        find(&self.played, key)
    }
}

fn who(person: &Person) -> Who {
    Who { id: Some(person.id.to_string()), role: person.role.as_str() }
}

fn maker(person: &Person) -> Maker {
    Maker { account: Some(person.id), role: Some(person.role) }
}

fn operation(made: Move) -> Result<&'static str> {
    let programmes = MOVES.iter().map(|(listed, operation, _)| (*listed, *operation));
    let mut all = programmes.chain(REPORTERS_MOVES.iter().copied());
    all.find(|(listed, _)| *listed == made).map(|(_, operation)| operation).ok_or(ApiError::Internal)
}
