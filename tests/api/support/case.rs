//! Cases, led along their path through the API.

use chrono::{TimeDelta, Utc};
use diesel::prelude::*;
use maslahat::db::types::Moment;
use maslahat::grievances::GrievanceId;
use maslahat::places::PlaceId;
use maslahat::schema::{grievance_standings, grievances};
use serde_json::{Value, json};

use super::cast::{Cast, Side};
use super::{Client, Reply, World};

/// A case, and its reporter.
pub struct Case {
    pub id: GrievanceId,
    pub reference: String,
    pub code: String,
    pub reporter: Client,
}

/// A grievance that a villager of the place might raise.
pub fn words(place: PlaceId) -> Value {
    json!({
        "language": "ky", "confidentiality": "confidential", "place_id": place,
        "narrative": "Кендин жүк ташуучу унаалары айылдын ичинен өтүп, үйдүн ичи чаңга толуп калды.",
        "wish": "Жолго күн сайын суу сепсин.",
        "reporter": { "name": "Айгүл Асанова", "contact": "+996 555 00 11 22" }
    })
}

impl World {
    pub async fn submit(&self, words: Value) -> Case {
        let receipt = self.stranger.post("/intake/grievances", words).once().await.expect(201);
        let text = |name: &str| receipt[name].as_str().unwrap().to_owned();
        let reference = text("reference");
        let wanted = reference.clone();
        let id = self
            .look(move |conn| {
                let row = grievances::table.filter(grievances::reference.eq(wanted)).select(grievances::id);
                Ok(row.first(conn)?)
            })
            .await;
        Case { id, reference, code: text("code"), reporter: self.stranger.with(text("token")) }
    }

    /// A case of this side, as it was raised.
    pub async fn case(&self, side: &Side) -> Case {
        self.submit(words(side.aimak)).await
    }

    pub async fn accepted(&self, cast: &Cast, side: &Side) -> Case {
        let case = self.case(side).await;
        self.accept(cast, side, &case, "normal", 200).await;
        case
    }

    async fn accept(&self, cast: &Cast, side: &Side, case: &Case, sensitivity: &str, status: u16) {
        case.moved(&cast.staff.client, "acknowledge", json!({})).await.expect(200);
        let acceptance = json!({
            "category": "air_and_dust", "severity": "medium", "sensitivity": sensitivity, "site_id": side.site
        });
        case.moved(&cast.staff.client, "accept", acceptance).await.expect(status);
    }

    /// A case on the protection track.
    pub async fn protected(&self, cast: &Cast, side: &Side) -> Case {
        let case = self.case(side).await;
        self.accept(cast, side, &case, "protection", 204).await;
        case
    }

    /// A case that is looked into and whose summary was released, shared with the representatives of the place.
    pub async fn released(&self, cast: &Cast, side: &Side) -> Case {
        let mut shared = words(side.aimak);
        shared["share_with_community"] = json!(true);
        let case = self.submit(shared).await;
        self.accept(cast, side, &case, "normal", 200).await;
        let summary = json!({ "text": "Residents report dust from trucks that pass through the village." });
        case.moved(&cast.staff.client, "summarise", summary).await.expect(200);
        case.moved(&cast.second_staff.client, "release", json!({})).await.expect(200);
        case.moved(&cast.staff.client, "investigate", json!({})).await.expect(200);
        case
    }

    /// A case whose proposed resolution waits for its reporter.
    pub async fn proposed(&self, cast: &Cast, side: &Side) -> Case {
        let case = self.released(cast, side).await;
        let answer = json!({ "body": "We will water the road twice a day from Monday on." });
        case.moved(&side.company.client, "answer", answer).await.expect(200);
        let due = Utc::now().date_naive() + chrono::Days::new(30);
        let proposal = json!({ "remedy": "The company waters the road twice a day.", "due_on": due });
        case.moved(&cast.staff.client, "propose", proposal).await.expect(200);
        case
    }
}

impl Case {
    pub fn path(&self) -> String {
        format!("/grievances/{}", self.id)
    }

    /// The case as somebody sees it.
    pub async fn seen_by(&self, client: &Client) -> Reply {
        client.get(&self.path()).await
    }

    /// A move, made on the case as its maker sees it now.
    pub async fn moved(&self, client: &Client, name: &str, body: Value) -> Reply {
        let version = self.seen_by(client).await.json()["version"].clone();
        client.post(&format!("{}/{name}", self.path()), body).at(version).await
    }

    /// Lets the case have ended so many days ago.
    pub async fn ended_days_ago(&self, world: &World, days: i64) {
        let (id, ended) = (self.id, Utc::now() - TimeDelta::days(days));
        world
            .change(move |conn| {
                let standing = grievance_standings::table.find(id);
                let set = grievance_standings::ended_at.eq(Moment::from(ended));
                assert_eq!(diesel::update(standing).set(set).execute(conn)?, 1, "the case has not ended");
                Ok(())
            })
            .await;
    }

    /// A move of the reporter.
    pub async fn own_move(&self, name: &str, body: Value) -> Reply {
        let version = self.reporter.get("/my-case").await.expect(200)["version"].clone();
        self.reporter.post(&format!("/my-case/{name}"), body).at(version).await
    }
}
