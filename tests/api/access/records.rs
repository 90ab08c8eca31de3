//! The records that stand for the ids of paths and bodies.

use chrono::Utc;
use maslahat::db::Conn;
use maslahat::notifications::{Kind, Subject, tell};
use maslahat::protection::alerts::domain::AlertKind;
use maslahat::protection::alerts::store::raise;
use reqwest::Method;
use serde_json::{Value, json};

use super::Ids;
use super::bodies::{
    self, engagement, impact_round, invitation, letter_template, paper_batch, participant, stakeholder, table_of_nobody,
};
use crate::exports::exported;
use crate::focus_groups::coding;
use crate::stakeholder_imports::checked;
use crate::support::case::Case;
use crate::support::{Cast, World};

impl<'a> Ids<'a> {
    pub(super) async fn new(world: &World, cast: &'a Cast, case: &'a Case, other: &'a Case) -> Self {
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
        let grant_call = crate::grant_calls::published(cast, json!({})).await;
        let applied = crate::grant_applications::whole(cast, &grant_call, json!({})).await;
        let grant_file = text(&crate::grant_applications::attached(&cast.near.community.client, &applied).await);
        crate::grant_applications::submit(&cast.near.community.client, &applied).await.expect(201);
        let grant_application = text(&applied["id"]);
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
            grant_call,
            grant_application,
            grant_file,
            alert,
            referral,
        }
    }
}
