//! E-mail: what is told in the app is told by e-mail too, once, to who wishes it, whatever the other server does.

mod looking_after;
mod lost;
mod sending;
mod tls;

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use maslahat::db::Conn;
use maslahat::error::Result;
use maslahat::mail;
use maslahat::notifications::{Kind, Subject, tell};
use maslahat::schema::{accounts, mails};
use serde_json::{Value, json};

use crate::faults::program::free_port;
use crate::support::smtp::Post;
use crate::support::{Instance, Person, World};

/// A world, a server of SMTP, and another instance that sends by it: what the tests send is sent when they say so.
pub struct Office {
    pub post: Post,
    pub instance: Instance,
}

impl Office {
    pub fn of(world: &World) -> Self {
        Self::by(world, Post::start(free_port()))
    }

    pub fn by(world: &World, post: Post) -> Self {
        let settings = post.settings();
        let instance = world.another(|config| config.mail = Some(settings));
        Self { post, instance }
    }

    /// Sends what is due at a moment.
    pub async fn send(&self, now: DateTime<Utc>) {
        mail::send(&self.instance.system, now).await.unwrap();
    }
}

/// Wishes to be told by e-mail.
pub async fn wishes(person: &Person) {
    let version = person.client.get("/me").await.expect(200)["version"].clone();
    let me = person.client.patch("/me", json!({ "mail_wanted": true })).at(version).await.expect(200);
    assert_eq!(me["mail_wanted"], true);
}

/// Tells somebody something, as a change would.
pub async fn told(world: &World, person: &Person, now: DateTime<Utc>) {
    let account = person.id;
    world.change(move |conn| tell(conn, &[account], Kind::FollowUpGiven, Subject::Nothing, now)).await;
}

/// A member of staff who wishes to be told by e-mail, and was told something.
pub async fn waiting(world: &World, now: DateTime<Utc>) -> Person {
    let person = world.office(maslahat::authz::Role::Staff).await;
    wishes(&person).await;
    told(world, &person, now).await;
    person
}

/// The state, the attempts and what went wrong last of each e-mail, the oldest first.
pub async fn states(world: &World) -> Vec<(String, i64, Option<String>)> {
    let rows = mails::table.order(mails::id).select((mails::state, mails::attempts, mails::fault));
    world.look(move |conn| Ok(rows.load(conn)?)).await
}

pub fn is(state: &str, attempts: i64, fault: Option<&str>) -> (String, i64, Option<String>) {
    (state.to_owned(), attempts, fault.map(ToOwned::to_owned))
}

/// Gives an account another address, past the server.
pub async fn moved_to(world: &World, person: &Person, address: &str) {
    let (id, address) = (person.id, address.to_owned());
    let change = move |conn: &mut Conn| -> Result<usize> {
        Ok(diesel::update(accounts::table.find(id)).set(accounts::email.eq(address)).execute(conn)?)
    };
    assert_eq!(world.change(change).await, 1);
}

/// The e-mails as an administrator sees them, the latest first.
pub async fn listed(admin: &Person, query: &str) -> Vec<Value> {
    admin.client.get(&format!("/mails{query}")).await.expect(200)["items"].as_array().unwrap().clone()
}
