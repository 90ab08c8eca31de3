//! Signing in, with a phone at hand.

use chrono::Utc;
use diesel::prelude::*;
use maslahat::accounts::AccountId;
use maslahat::db::Conn;
use maslahat::error::Result;
use maslahat::schema::second_factors;
use maslahat::second_factor::{Factors, Secret, store};
use serde_json::json;

use super::{Client, PASSWORD, PUBLIC_URL, Person, Reply, World};

/// What every account made here shares with its holder's phone: the secret of RFC 6238's examples.
const SECRET: &[u8] = b"12345678901234567890";

/// Gives an account a second factor.
pub fn enrol(conn: &mut Conn, factors: &Factors, account: AccountId) -> Result<()> {
    store::put_in_force(conn, factors, account, &Secret::from_bytes(SECRET)?, 0, Utc::now()).map(drop)
}

impl World {
    /// Signs in as people do: the password, then the phone's code where the account has a second factor.
    pub async fn sign_in(&self, person: &Person) -> Reply {
        self.sign_in_with(person, PASSWORD).await
    }

    pub async fn sign_in_with(&self, person: &Person, password: &str) -> Reply {
        let first = self.first_step(&person.email, password).await;
        match first.json()["challenge_token"].as_str() {
            Some(challenge) => {
                let code = self.code(person.id).await;
                self.second_step(challenge, &code).await
            }
            None => first,
        }
    }

    pub async fn first_step(&self, email: &str, password: &str) -> Reply {
        self.stranger.post("/auth/login", json!({ "email": email, "password": password })).await
    }

    pub async fn second_step(&self, challenge: &str, code: &str) -> Reply {
        let step = json!({ "challenge_token": challenge, "code": code });
        self.stranger.post("/auth/second-factor", step).await
    }

    /// The token of a sign-in that waits for its second step.
    pub async fn challenge(&self, person: &Person) -> String {
        let first = self.first_step(&person.email, PASSWORD).await.expect(200);
        first["challenge_token"].as_str().expect("the account has a second factor").to_owned()
    }

    /// What the person's phone shows, as if no code had been used yet.
    pub async fn code(&self, account: AccountId) -> String {
        self.change(move |conn| {
            let target = second_factors::table.find(account);
            Ok(diesel::update(target).set(second_factors::last_step.eq(0)).execute(conn)?)
        })
        .await;
        code_now()
    }

    pub async fn refresh(&self, cookie: &str) -> Reply {
        self.own_page("/auth/refresh", cookie).await
    }

    /// A request with the refresh cookie, as our own pages send it.
    pub async fn own_page(&self, path: &str, cookie: &str) -> Reply {
        let request = self.stranger.post(path, json!(null)).header("cookie", cookie);
        request.header("x-requested-with", "maslahat").header("origin", PUBLIC_URL).await
    }

    /// Somebody by the session that an answer opened.
    pub fn session(&self, reply: &Reply) -> Client {
        self.stranger.with(reply.expect(200)["access_token"].as_str().unwrap())
    }
}

/// What every phone shows now.
pub fn code_now() -> String {
    Secret::from_bytes(SECRET).unwrap().code_at(Utc::now()).unwrap()
}

/// The refresh cookie that an answer sets, as a browser sends it back.
pub fn cookie(reply: &Reply) -> String {
    reply.header("set-cookie").split(';').next().unwrap().to_owned()
}
