//! The access table: what every operation answers to everybody, at every distance.
//!
//! Each operation of the OpenAPI document is called by each actor; the statuses are compared with `access.txt`, which is
//! to be read when it changes. A new operation without a row fails; `UPDATE_ACCESS=1` writes the file anew.
//! Changes are sent with a version that is never right, so `412` means: allowed and within reach.

mod bodies;
mod records;

use std::fmt::Write;

use bodies::table_of_nobody;
use maslahat::authz::Role;
use reqwest::Method;
use serde_json::Value;

use crate::contract::{Operation, operations};
use crate::support::case::Case;
use crate::support::{Cast, Client, World, on_both_engines};

on_both_engines! {
    every_operation_answers_everybody_as_the_table_says;
}

const TABLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/api/access.txt");

struct Actor<'a> {
    name: &'static str,
    client: &'a Client,
}

fn actors<'a>(
    world: &'a World,
    cast: &'a Cast,
    case: &'a Case,
    other: &'a Case,
    newcomer: &'a Client,
) -> Vec<Actor<'a>> {
    let actor = |name, client| Actor { name, client };
    vec![
        actor("nobody", &world.stranger),
        actor("reporter", &case.reporter),
        actor("other reporter", &other.reporter),
        actor("company", &cast.near.company.client),
        actor("other company", &cast.far.company.client),
        actor("authority", &cast.near.authority.client),
        actor("other authority", &cast.far.authority.client),
        actor("community", &cast.near.community.client),
        actor("other community", &cast.far.community.client),
        actor("staff", &cast.staff.client),
        actor("other staff", &cast.other_staff.client),
        actor("staff without second factor", newcomer),
        actor("protection", &cast.protection.client),
        actor("admin", &cast.admin.client),
        actor("partner", &cast.partner),
        actor("other partner", &cast.other_partner),
    ]
}

async fn every_operation_answers_everybody_as_the_table_says(world: World) {
    let cast = world.cast().await;
    let (released, inside, protected) = (
        world.released(&cast, &cast.near).await,
        world.accepted(&cast, &cast.near).await,
        world.protected(&cast, &cast.near).await,
    );
    let other = world.case(&cast.far).await;
    let newcomer = world.newcomer(Role::Staff).await.client;
    let mut table = String::new();
    for (title, case) in [("released", &released), ("not released", &inside), ("protection track", &protected)] {
        let ids = Ids::new(&world, &cast, case, &other).await;
        let operations =
            operations().into_iter().filter(|op| title == "released" || op.path.starts_with("/grievances/{id}"));
        writeln!(table, "# With a case that is: {title}\n").unwrap();
        for operation in operations {
            writeln!(table, "{} {} ({})", operation.method, operation.path, operation.id).unwrap();
            let mut by_status: Vec<(u16, Vec<&str>)> = vec![];
            for actor in actors(&world, &cast, case, &other, &newcomer) {
                let status = ids.call(&operation, actor.client).await;
                match by_status.iter_mut().find(|(known, _)| *known == status) {
                    Some((_, names)) => names.push(actor.name),
                    None => by_status.push((status, vec![actor.name])),
                }
            }
            by_status.sort_unstable();
            for (status, names) in by_status {
                writeln!(table, "    {status} {}", names.join(", ")).unwrap();
            }
        }
        writeln!(table).unwrap();
    }
    compare(&table);
}

fn compare(table: &str) {
    if std::env::var_os("UPDATE_ACCESS").is_some() {
        std::fs::write(TABLE, table).unwrap();
    }
    let committed = std::fs::read_to_string(TABLE).unwrap_or_default();
    for (number, (now, then)) in table.lines().zip(committed.lines()).enumerate() {
        assert_eq!(now, then, "access.txt, line {}: is that meant? Then UPDATE_ACCESS=1 writes it anew", number + 1);
    }
    assert_eq!(table.lines().count(), committed.lines().count(), "access.txt is shorter or longer");
}

/// What stands for the ids of paths and bodies.
struct Ids<'a> {
    cast: &'a Cast,
    case: &'a Case,
    other: &'a Case,
    attachment: String,
    organisation: String,
    session: String,
    invitation: String,
    key: String,
    mail: String,
    notification: String,
    export: String,
    letter_template: String,
    saved_filter: String,
    impact: String,
    other_impact: String,
    impact_round: String,
    stakeholder: String,
    assembly: String,
    mandate: String,
    other_stakeholder: String,
    engagement: String,
    relationship: String,
    focus_group: String,
    participant: String,
    code: String,
    import: String,
    paper_batch: String,
    paper_sheet: String,
    agreement: String,
    agreement_side: String,
    scan: String,
    commitment: String,
    meeting: String,
    meeting_invitation: String,
    agenda_item: String,
    evidence: String,
    grant_call: Value,
    grant_application: String,
    grant_file: String,
    alert: String,
    referral: String,
}

impl<'a> Ids<'a> {
    async fn call(&self, operation: &Operation, client: &Client) -> u16 {
        let method: Method = operation.method.parse().unwrap();
        let mut request = client.request(method.clone(), &self.path(operation)).once();
        if operation.has_header("if-match") {
            request = request.at(999_999);
        }
        if method != Method::GET && method != Method::DELETE {
            request = if operation.path.ends_with("/attachments") {
                request.body("application/pdf", b"%PDF-1.4\n2 0 obj\n".to_vec())
            } else if operation.id == "create_stakeholder_import" {
                request.body("application/octet-stream", table_of_nobody())
            } else {
                request.json(&self.body(&operation.id))
            };
        }
        if operation.id == "follow_records" {
            // Its answer has no end.
            return request.open().await.status().as_u16();
        }
        request.await.status
    }

    fn path(&self, operation: &Operation) -> String {
        let id = match operation.path.split('/').nth(1).unwrap_or_default() {
            "grievances" => self.case.id.to_string(),
            "my-case" => self.attachment.clone(),
            "agreements" => self.agreement.clone(),
            "commitments" => self.commitment.clone(),
            "grant-calls" | "public-grant-calls" => self.grant_call["id"].as_str().unwrap().to_owned(),
            "grant-applications" => self.grant_application.clone(),
            "meetings" => self.meeting.clone(),
            "meeting-invitations" => self.meeting_invitation.clone(),
            "agenda-items" => self.agenda_item.clone(),
            "sessions" => self.session.clone(),
            "places" => self.cast.near.aimak.to_string(),
            "sites" => self.cast.near.site.to_string(),
            "organisations" => self.organisation.clone(),
            "programmes" => self.cast.programme.to_string(),
            "accounts" => self.cast.staff.id.to_string(),
            "invitations" => self.invitation.clone(),
            "api-keys" => self.key.clone(),
            "holidays" => "2026-08-31".into(),
            "mails" => self.mail.clone(),
            "notifications" => self.notification.clone(),
            "exports" => self.export.clone(),
            "letter-templates" => self.letter_template.clone(),
            "paper-batches" => self.paper_batch.clone(),
            "paper-sheets" => self.paper_sheet.clone(),
            "saved-filters" => self.saved_filter.clone(),
            "impacts" => self.impact.clone(),
            "impact-rounds" => self.impact_round.clone(),
            "focus-groups" => self.focus_group.clone(),
            "stakeholders" => self.stakeholder.clone(),
            "assemblies" => self.assembly.clone(),
            "mandates" => self.mandate.clone(),
            "engagements" => self.engagement.clone(),
            "relationships" => self.relationship.clone(),
            "stakeholder-imports" => self.import.clone(),
            "protection" if operation.path.contains("/alerts/") => self.alert.clone(),
            "protection" => self.referral.clone(),
            // Any other id names nothing: 404 to whoever may ask.
            _ => self.cast.near.community.id.to_string(),
        };
        let query = match operation.id.as_str() {
            "follow_records" => format!("?grievance={}", self.case.id),
            "list_deadlines" | "list_meeting_month" => "?month=2026-11".to_owned(),
            "create_stakeholder_import" => format!("?programme_id={}&language=ky&name=a.csv", self.cast.programme),
            "get_focus_group_balance" => {
                format!("?programme_id={}&place_id={}", self.cast.programme, self.cast.near.aimak)
            }
            _ => String::new(),
        };
        let file = match operation.path.split('/').nth(1) {
            Some("commitments") => &self.evidence,
            Some("agreements") => &self.scan,
            Some("grant-applications") => &self.grant_file,
            _ => &self.attachment,
        };
        let path = operation.path.replace("{id}", &id).replace("{attachment_id}", file);
        let path = path.replace("{token}", &"0".repeat(64));
        path.replace("{participant_id}", &self.participant).replace("{code_id}", &self.code) + &query
    }
}
