//! What each operation is sent.

use chrono::Utc;
use serde_json::{Value, json};

use super::Ids;
use crate::support::case::words;
use crate::support::{Cast, Person};

impl Ids<'_> {
    /// The least that an operation takes.
    pub(super) fn body(&self, operation: &str) -> Value {
        let text = "A sentence that is long enough.";
        match operation {
            "submit_grievance" => words(self.cast.near.aimak),
            "record_grievance" => {
                json!({ "channel": "phone", "consent": { "given": "said", "note": "said so" }, "grievance": words(self.cast.near.aimak) })
            }
            "accept_grievance" => json!({ "category": "water", "severity": "low", "sensitivity": "normal" }),
            "uphold_appeal_grievance" => json!({ "category": "water", "severity": "low", "sensitivity": "normal" }),
            "find_ineligible_grievance" | "dismiss_appeal_grievance" => json!({ "reason": text, "elsewhere": text }),
            "refer_grievance" => json!({ "external_body": text, "passed_on": text, "consent": text }),
            "record_reply_grievance" => json!({ "reply": text }),
            "ask_grievance" => json!({ "asked": "reporter", "question": text }),
            "ask_closing_grievance" | "reopen_grievance" => json!({ "reason": text }),
            "appoint_committee" => {
                let seat = |person: &Person, side: &str| json!({ "account_id": person.id, "side": side });
                let near = &self.cast.near;
                let (community, authority) = (seat(&near.community, "community"), seat(&near.authority, "authority"));
                json!({ "members": [community, seat(&near.company, "company"), authority] })
            }
            "mark_duplicate_grievance" => json!({ "duplicate_of": self.other.id }),
            "summarise_grievance" => json!({ "text": text }),
            "answer_grievance" => json!({ "body": text }),
            "propose_grievance" => json!({ "remedy": text }),
            "record_agreement_grievance" => json!({ "witness": "Asan", "how": "by telephone" }),
            "escalate_grievance" => json!({ "note": text }),
            "assess_grievance" => json!({ "severity": "high", "note": text }),
            "extend_grievance" => json!({ "how": text }),
            "create_holiday" => json!({
                "day": "2031-01-01", "names": { "ky": "-", "ru": "-", "en": "-" }, "worked": false, "confirmed": true,
                "source": "-",
            }),
            "update_programme_terms" => terms(),
            "assign_grievance" => json!({ "owner_id": self.cast.staff.id }),
            "message_grievance" => json!({ "shared_with": "programme", "body": text }),
            "message_my_case" | "answer_my_case" => json!({ "body": text }),
            "withdraw_my_case" => json!({ "pressed": "no" }),
            "contest_my_case" | "appeal_my_case" | "reopen_my_case" => json!({ "reason": text }),
            "rate_my_case" | "rate_my_case_again" => json!({ "rating": 3 }),
            "bulk_acknowledge_grievances" => json!({ "cases": [{ "id": self.case.id, "version": 999_999 }] }),
            "bulk_assign_grievances" => {
                json!({ "cases": [{ "id": self.case.id, "version": 999_999, "owner_id": self.cast.staff.id }] })
            }
            "print_paper_batch" => paper_batch(self.cast),
            "void_paper_batch" | "void_paper_sheet" => json!({ "reason": text }),
            "enter_paper_sheet" => json!({
                "received_on": today_in_bishkek(), "consent": { "given": "signed" },
                "grievance": words(self.cast.near.aimak),
            }),
            "compare_grievance" => json!({ "place_id": self.cast.near.aimak, "narrative": text }),
            "create_impact" => impact(self.cast),
            "validate_impact"
            | "prioritise_impact"
            | "put_impact_on_agenda"
            | "address_impact"
            | "dismiss_impact"
            | "return_impact"
            | "publish_impact"
            | "withdraw_impact_publication" => json!({ "note": text }),
            "add_impact_source" => json!({ "kind": "observed", "observed": text, "day": "2026-03-01" }),
            "remove_impact_source" => json!({ "source_id": self.attachment }),
            "link_impact_grievance" | "unlink_impact_grievance" => json!({ "grievance_id": self.case.id }),
            "create_impact_round" => impact_round(self.cast, &self.impact, &json!({ "id": self.other_impact })),
            "cast_impact_ballot" => json!({ "number": 99, "dots": [{ "impact_id": self.impact, "dots": 1 }] }),
            "count_impact_hands" => json!({ "participants": 1, "dots": [{ "impact_id": self.impact, "dots": 1 }] }),
            "prioritise_impact_round" => json!({ "impact_ids": [self.impact], "note": text }),
            "create_focus_group" => focus_group(self.cast),
            "consent_focus_group" => json!({ "form": "spoken", "given_on": "2026-05-01" }),
            "record_focus_group_guardians" => json!({ "guardians": 1, "form": "signed", "given_on": "2026-05-01" }),
            "count_focus_group_attendance" => crate::focus_groups::counts(json!({}), json!({})),
            "write_focus_group_notes" => json!({ "notes": text, "quotes": [] }),
            "hold_focus_group" => json!({ "held_on": "2026-05-01" }),
            "cancel_focus_group" | "open_focus_group_participants" | "reopen_coding_focus_group" => {
                json!({ "reason": text })
            }
            "code_focus_group_passage" => crate::focus_groups::coding::first_words(self.cast),
            "validate_focus_group" => crate::focus_groups::publishing::heard(),
            "publish_focus_group" => json!({ "summary": text }),
            "add_focus_group_participant" => participant(),
            "create_commitment" => crate::commitments::promise(self.cast, &json!(self.organisation)),
            "report_commitment" => crate::commitments::done(),
            "reject_commitment" | "drop_commitment" => json!({ "reason": text }),
            "move_commitment_due" => json!({ "due_on": "2999-12-31", "reason": text }),
            "publish_commitment" => json!({ "text": text }),
            "show_commitment_attachment" | "hide_commitment_attachment" => json!({ "attachment_id": self.evidence }),
            "create_agreement" => crate::agreements::draft(self.cast, &json!(self.organisation)),
            "sign_agreement" => json!({ "side_id": self.agreement_side }),
            "record_agreement_signature" => json!({
                "side_id": self.agreement_side, "scan_id": self.scan, "signatory": "Asan", "witness": "Bakyt",
                "signed_on": today_in_bishkek(),
            }),
            "amend_agreement" => json!({ "text": text, "reason": text }),
            "end_agreement" => json!({ "reason": text }),
            "create_grant_call" => crate::grant_calls::call(self.cast),
            "extend_grant_call" => json!({ "closes_at": "2999-12-31T00:00:00Z" }),
            "clone_grant_call" => {
                json!({ "opens_at": "2999-12-30T00:00:00Z", "closes_at": "2999-12-31T00:00:00Z" })
            }
            "create_grant_application" => crate::grant_applications::begins(self.cast, &self.grant_call),
            "ask_grant_application" => crate::grant_applications::question(),
            "withdraw_grant_call" | "find_grant_application_not_eligible" => json!({ "reason": text }),
            "create_meeting" => crate::meetings::plan(self.cast),
            "postpone_meeting" | "cancel_meeting" | "decline_agenda_item" => json!({ "reason": text }),
            "reschedule_meeting" => {
                json!({ "starts_at": crate::meetings::at(12, 4), "ends_at": crate::meetings::at(12, 5) })
            }
            "add_meeting_day_entries" => json!({ "entries": [crate::meetings::day::entry("pause", json!({}))] }),
            "write_meeting_minutes" => json!({ "lines": [{ "kind": "decision", "text": text }] }),
            "answer_meeting_minutes" => json!({ "revision": 1, "answer": "approved" }),
            "record_minutes_answer" => {
                json!({ "revision": 1, "side": "company", "answer": "approved", "witness": "Bakyt" })
            }
            "approve_meeting_minutes" => json!({ "revision": 1 }),
            "propose_agenda_item" => json!({ "topic": text }),
            "order_meeting_agenda" => json!({ "items": [] }),
            "create_meeting_invitation" => crate::meetings::named("Bakyt"),
            "answer_meeting_invitation" => json!({ "answer": "yes", "accepts_rules": true }),
            "open_meeting_link" | "get_meeting_link_calendar" => json!({ "token": "0" }),
            "answer_meeting_link" => json!({ "token": "0", "answer": "yes", "accepts_rules": true }),
            "create_stakeholder" => stakeholder(self.cast),
            "reassess_stakeholder" => json!({ "influence": 1, "interest": 1, "stance": 0, "reason": text }),
            "record_stakeholder_consent" => consent(),
            "withdraw_stakeholder_consent" => json!({ "withdrawn_on": "2026-03-01" }),
            "create_assembly" => crate::mandates::assembly(self.cast),
            "nominate_representative" => crate::mandates::nomination(self.cast, &json!(self.stakeholder), "youth"),
            "update_mandate" => json!({ "note": text }),
            "vet_mandate" => json!({ "vetted_on": "2026-03-01", "interests": [] }),
            "endorse_mandate" => json!({ "assembly_id": self.assembly }),
            "activate_mandate" => json!({ "starts_on": "2026-03-01", "named": false }),
            "end_mandate" => json!({ "ended_on": "2026-03-01", "ending": "other", "note": text }),
            "create_engagement" => engagement(self.cast, &self.stakeholder),
            "complete_follow_up" => json!({ "done_on": "2026-05-25", "note": text }),
            "create_relationship" => relationship(&self.stakeholder, &self.other_stakeholder),
            "end_relationship" => json!({ "until": "2026-06-01" }),
            "distinguish_stakeholder" => json!({ "other_id": self.other_stakeholder }),
            "merge_stakeholder" => {
                json!({ "other_id": self.other_stakeholder, "other_version": 999_999, "take": [] })
            }
            "map_stakeholder_import" => json!({ "columns": ["name"] }),
            "run_stakeholder_import" => json!({ "duplicates": "skip" }),
            "create_saved_filter" => json!({ "name": uuid::Uuid::new_v4(), "query": "state=submitted" }),
            "create_export" => json!({ "format": "csv", "language": "ky", "query": "" }),
            "create_letter_template" => letter_template(self.cast),
            "open_identity" => json!({ "purpose": "contact", "reason": text }),
            "erase_grievance" => json!({ "reason": text, "words": false, "files": false, "receipt": false }),
            "erase_stakeholder" => json!({ "reason": text }),
            "answer_check_in" => json!({ "check_in_id": self.alert, "answer": "calm" }),
            "propose_protection_referral" => json!({ "body": "police", "body_name": "Police", "note": text }),
            "consent_to_protection_referral" => json!({ "how": "spoken", "note": text }),
            "close_protection_referral" => json!({ "outcome": "helped", "note": text }),
            "refuse_protection_referral"
            | "send_protection_referral"
            | "accept_protection_referral"
            | "turn_down_protection_referral"
            | "note_protection_referral"
            | "withdraw_protection_referral"
            | "handle_protection_alert" => json!({ "note": text }),
            "create_invitation" => invitation(self.cast),
            "open_invitation" => json!({ "token": "0" }),
            "accept_invitation" => json!({ "token": "0", "password": "besh-tash-1991-kara-kol" }),
            "read_notifications" => json!({ "last": self.notification }),
            "begin_second_factor" => json!({ "password": "not-the-password" }),
            "confirm_second_factor" | "renew_recovery_codes" | "remove_second_factor" => json!({ "code": "000000" }),
            "pass_second_factor" => json!({ "challenge_token": "0", "code": "000000" }),
            "open_receipt" => json!({ "code": "0000000000000000" }),
            _ => json!({}),
        }
    }
}

pub(super) fn letter_template(cast: &Cast) -> Value {
    let texts = json!({ "ky": "Салам", "ru": "Привет", "en": "Hello" });
    json!({ "programme_id": cast.programme, "names": texts, "bodies": texts })
}

/// A contact with somebody, and what is to follow from it.
pub(super) fn engagement(cast: &Cast, stakeholder: &str) -> Value {
    let mut contact = crate::engagements::contact(cast, &[stakeholder]);
    contact["follow_up"] = crate::engagements::follow_up(cast.staff.id, "2026-06-01");
    contact
}

/// What is over: as often as it is recorded, it holds but once.
fn relationship(from: &str, to: &str) -> Value {
    let mut over = crate::relationships::bond("employed_by", from, to);
    over["until"] = json!("2026-06-01");
    over
}

fn focus_group(cast: &Cast) -> Value {
    crate::focus_groups::plan(cast, "Water")
}

pub(super) fn participant() -> Value {
    json!({
        "name": "Bakyt", "sex": "male", "age_band": "from36", "consent_form": "signed", "consented_on": "2026-05-01",
    })
}

/// Somebody with a contact, which a look opens.
pub(super) fn stakeholder(cast: &Cast) -> Value {
    let mut person = crate::stakeholders::person(cast, "Bakyt");
    person["consent"] = consent();
    person["contact"] = json!({ "phone": "0555 123456" });
    person
}

/// An impact of the near site, once it is published everybody's of that side.
pub(super) fn impact(cast: &Cast) -> Value {
    let mut impact = crate::impacts::impact(cast, "Dust");
    impact["site_id"] = json!(cast.near.site);
    impact
}

/// A round on two published impacts, in which the representatives of the place vote too.
pub(super) fn impact_round(cast: &Cast, one: &str, other: &Value) -> Value {
    let impacts = [json!(one), other["id"].clone()];
    let mut round = crate::impacts::voting::round(cast, &impacts);
    round["by_account"] = json!(true);
    round
}

/// A table that is looked through, with something wrong in it.
pub(super) fn table_of_nobody() -> String {
    "Name,Place\nBakyt,Atlantis\n".into()
}

fn consent() -> Value {
    json!({ "purpose": "Invitations to meetings", "form": "signed", "given_on": "2026-03-01" })
}

pub(super) fn paper_batch(cast: &Cast) -> Value {
    json!({ "programme_id": cast.programme, "label": "Barskoon", "language": "ky", "sheets": 1 })
}

fn today_in_bishkek() -> String {
    Utc::now().with_timezone(&chrono_tz::Asia::Bishkek).date_naive().to_string()
}

/// An invitation of an address that nobody has yet.
pub(super) fn invitation(cast: &Cast) -> Value {
    json!({
        "email": format!("{}@example.org", uuid::Uuid::new_v4()), "name": "Somebody", "role": "staff",
        "language": "ky", "organisation_id": cast.ngo, "place_ids": [], "programme_ids": [cast.programme],
    })
}

/// The mechanism's own figures.
fn terms() -> Value {
    let terms = maslahat::grievances::clock::terms::DEFAULTS.iter();
    let terms: Vec<Value> =
        terms.map(|(term, amount, unit)| json!({ "term": term, "amount": amount, "unit": unit })).collect();
    json!({ "terms": terms })
}
