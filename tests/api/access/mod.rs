//! The access table: what every operation answers to everybody, at every distance.
//!
//! Each operation of the OpenAPI document is called by each actor; the statuses are compared with `access.txt`, which is
//! to be read when it changes. A new operation without a row fails; `UPDATE_ACCESS=1` writes the file anew.
//! Changes are sent with a version that is never right, so `412` means: allowed and within reach.

mod bodies;

use std::fmt::Write;

use bodies::{
    engagement, impact_round, invitation, letter_template, paper_batch, participant, stakeholder, table_of_nobody,
};
use chrono::Utc;
use maslahat::authz::Role;
use maslahat::db::Conn;
use maslahat::notifications::{Kind, Subject, tell};
use maslahat::protection::alerts::domain::AlertKind;
use maslahat::protection::alerts::store::raise;
use reqwest::Method;
use serde_json::{Value, json};

use crate::contract::{Operation, operations};
use crate::exports::exported;
use crate::focus_groups::coding;
use crate::stakeholder_imports::checked;
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
    alert: String,
    referral: String,
}

impl<'a> Ids<'a> {
    async fn new(world: &World, cast: &'a Cast, case: &'a Case, other: &'a Case) -> Self {
        let paper = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n".to_vec();
        let upload = case.reporter.request(Method::POST, "/my-case/attachments").once();
        let attachment = upload.body("application/pdf", paper).await.expect(201)["id"].as_str().unwrap().to_owned();
        let sessions = cast.second_staff.client.get("/sessions").await.expect(200);
        let me = cast.near.company.client.get("/me").await.expect(200);
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let (organisation, session) = (text(&me["organisation"]["id"]), text(&sessions["items"][0]["id"]));
        let invitation = cast.admin.client.post("/invitations", invitation(cast)).once().await.expect(201);
        let invitation = text(&invitation["id"]);
        let keys = cast.admin.client.get("/api-keys").await.expect(200);
        let key = text(&keys["items"][0]["id"]);
        let (staff, id) = (cast.staff.id, case.id);
        let tell = move |conn: &mut Conn| tell(conn, &[staff], Kind::ReporterWrote, Subject::Case(id), Utc::now());
        world.change(tell).await;
        let told = cast.staff.client.get("/notifications").await.expect(200);
        let notification = text(&told["items"][0]["id"]);
        crate::mail::waiting(world, Utc::now()).await;
        let mail = text(&crate::mail::listed(&cast.admin, "").await[0]["id"]);
        let filter = json!({ "name": uuid::Uuid::new_v4(), "query": "" });
        let filter = cast.staff.client.post("/saved-filters", filter).once().await.expect(201);
        let saved_filter = text(&filter["id"]);
        let known = cast.staff.client.post("/stakeholders", stakeholder(cast)).once().await.expect(201);
        let stakeholder = text(&known["id"]);
        let assembly = cast.staff.client.post("/assemblies", crate::mandates::assembly(cast)).once().await.expect(201);
        let assembly = text(&assembly["id"]);
        let mandate = crate::mandates::nomination(cast, &known["id"], "community");
        let mandate = cast.staff.client.post("/mandates", mandate).once().await.expect(201);
        let mandate = text(&mandate["id"]);
        let other_stakeholder = crate::engagements::known(cast, "Asan").await;
        let bond = crate::relationships::bond("represents", &stakeholder, &other_stakeholder);
        let bond = cast.staff.client.post("/relationships", bond).once().await.expect(201);
        let relationship = text(&bond["id"]);
        let contact = engagement(cast, &stakeholder);
        let contact = cast.staff.client.post("/engagements", contact).once().await.expect(201);
        let engagement = text(&contact["id"]);
        let of_a_site = crate::impacts::published(&cast.staff.client, bodies::impact(cast)).await;
        let impact = text(&of_a_site["id"]);
        let another = crate::impacts::published(&cast.staff.client, bodies::impact(cast)).await;
        let other_impact = text(&another["id"]);
        let round = impact_round(cast, &impact, &another);
        let round = cast.staff.client.post("/impact-rounds", round).once().await.expect(201);
        let impact_round = text(&round["id"]);
        let group = coding::noted(cast).await;
        let code = text(&coding::code(&cast.staff.client, &group, coding::first_words(cast)).await.expect(201)["id"]);
        let focus_group = group.trim_start_matches("/focus-groups/").to_owned();
        let names = format!("{group}/participants");
        let participant = text(&cast.staff.client.post(&names, participant()).once().await.expect(201)["id"]);
        let import = text(&checked(cast, table_of_nobody()).await["id"]);
        let export = text(&exported(&cast.staff.client, "csv", "").await["id"]);
        let letter_template = cast.staff.client.post("/letter-templates", letter_template(cast)).once();
        let letter_template = text(&letter_template.await.expect(201)["id"]);
        let batch = cast.staff.client.post("/paper-batches", paper_batch(cast)).once().await.expect(201);
        let (paper_batch, paper_sheet) = (text(&batch["batch"]["id"]), text(&batch["sheets"][0]["number"]));
        let promise = crate::commitments::promise(cast, &json!(organisation));
        let promise = cast.staff.client.post("/commitments", promise).once().await.expect(201);
        let evidence = text(&crate::commitments::shown(&cast.staff.client, &promise).await["id"]);
        let commitment = text(&promise["id"]);
        let draft = crate::agreements::draft(cast, &json!(organisation));
        let draft = cast.staff.client.post("/agreements", draft).once().await.expect(201);
        let open = cast.staff.client.request(Method::POST, &format!("{}/open", crate::agreements::path_of(&draft)));
        open.at(1).await.expect(200);
        let scan = text(&crate::agreements::scanned(&cast.staff.client, &draft).await);
        let (agreement, agreement_side) = (text(&draft["id"]), text(&draft["sides"][0]["id"]));
        let plan = crate::meetings::planned(cast, json!({})).await;
        let guest = json!({ "account_id": cast.near.company.id });
        let guest = crate::meetings::invited(cast, &plan, guest).await;
        crate::meetings::moved(&cast.staff.client, &plan, "open-agenda", json!({})).await;
        let topic = json!({ "topic": "Dust" });
        let topic = crate::meetings::proposed(&cast.near.company.client, &plan, topic).await;
        let (meeting, meeting_invitation) = (text(&plan["id"]), text(&guest["id"]));
        let agenda_item = text(&topic["id"]);
        let (programme, id) = (cast.programme, case.id);
        let alert = world.change(move |conn| raise(conn, programme, id, AlertKind::Silence, None, Utc::now())).await;
        let help = json!({ "body": "police", "body_name": "Police", "note": "A sentence." });
        let referral = format!("{}/protection-referrals", case.path());
        let referral = cast.protection.client.post(&referral, help).once().await.expect(201);
        let (alert, referral) = (alert.to_string(), text(&referral["id"]));
        Self {
            cast,
            case,
            other,
            attachment,
            organisation,
            session,
            invitation,
            key,
            export,
            mail,
            notification,
            letter_template,
            saved_filter,
            impact,
            other_impact,
            impact_round,
            stakeholder,
            assembly,
            mandate,
            other_stakeholder,
            engagement,
            relationship,
            focus_group,
            participant,
            code,
            import,
            paper_batch,
            paper_sheet,
            agreement,
            agreement_side,
            scan,
            commitment,
            meeting,
            meeting_invitation,
            agenda_item,
            evidence,
            alert,
            referral,
        }
    }

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
            _ => &self.attachment,
        };
        let path = operation.path.replace("{id}", &id).replace("{attachment_id}", file);
        let path = path.replace("{token}", &"0".repeat(64));
        path.replace("{participant_id}", &self.participant).replace("{code_id}", &self.code) + &query
    }
}
