//! The program's chores, as somebody at a console runs them.

use std::io::Write;
use std::process::{Command, Output, Stdio};

use diesel::prelude::*;
use maslahat::db::{Db, Location};
use maslahat::schema::{accounts, audit_entries};
use maslahat::second_factor::Factors;
use maslahat::secrets::Secrets;
use tempfile::TempDir;

use crate::support::{Database, Engine, enrol};

struct Console {
    database: Database,
    folder: TempDir,
}

impl Console {
    async fn new(engine: Engine) -> Self {
        Self { database: Database::new(engine).await, folder: tempfile::tempdir().unwrap() }
    }

    /// Runs a chore with these words on its standard input.
    fn run(&self, arguments: &[&str], input: &str) -> Output {
        let (Location::Sqlite(url) | Location::Postgres(url)) = self.database.location();
        let mut process = Command::new(env!("CARGO_BIN_EXE_maslahat"))
            .args(arguments)
            .env("MASLAHAT_DATABASE_URL", url)
            .env("MASLAHAT_DATA", self.folder.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        process.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        process.wait_with_output().unwrap()
    }

    fn add(&self, email: &str, role: &str, organisation: &str) -> Output {
        let account = ["--email", email, "--name", "Айбек", "--role", role, "--organisation", organisation];
        self.run(&[&["user", "add"], account.as_slice()].concat(), "bir-eki-uch-kalkan-77\n")
    }
}

fn printed(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

async fn the_first_account_makes_its_organisation(console: Console) {
    assert_eq!(printed(&console.add("Admin@Example.org", "admin", "Ынтымак")), "admin@example.org\n");
    assert!(console.add("staff@example.org", "staff", "ЫНТЫМАК").status.success());
    let other = console.add("third@example.org", "admin", "Башка");
    assert!(!other.status.success() && said(&other).contains("--organisation: unknown"), "{}", said(&other));
}

async fn an_account_is_only_what_its_organisation_allows(console: Console) {
    let company = console.add("company@example.org", "company", "Ынтымак");
    assert!(said(&company).contains("--role: organisation_mismatch"), "{}", said(&company));
}

async fn a_password_is_made_where_none_is_given(console: Console) {
    let arguments = ["user", "add", "--email", "a@example.org", "--name", "Айбек", "--organisation", "Ынтымак"];
    let shown = printed(&console.run(&arguments, ""));
    assert_eq!(shown.trim().strip_prefix("a@example.org  ").map(str::len), Some(24), "{shown}");
}

async fn a_lost_second_factor_is_taken_away(console: Console) {
    console.add("admin@example.org", "admin", "Ынтымак");
    let reset = ["user", "reset-second-factor", "--email", "Admin@Example.org"];
    assert!(said(&console.run(&reset, "")).contains("this account has no second factor"));
    let db = Db::open(&console.database.location(), 1).unwrap();
    let secrets = Secrets::load(&console.folder.path().join("secrets.json"), true).unwrap();
    let factors = Factors::new(secrets.sealer(), secrets.receipt_pepper(), false);
    let enrolled = db.write(move |conn| {
        let account = accounts::table.select(accounts::id).first(conn)?;
        enrol(conn, &factors, account)
    });
    enrolled.await.unwrap();
    let done = console.run(&reset, "");
    assert_eq!(printed(&done), "admin@example.org signs in with the password alone, and is told\n");
    let unknown = console.run(&["user", "reset-second-factor", "--email", "b@example.org"], "");
    assert!(said(&unknown).contains("--email: unknown"));
    let noted: Vec<(String, String)> = db
        .read(|conn| {
            let last = audit_entries::table.order(audit_entries::seq.desc()).limit(1);
            Ok(last.select((audit_entries::operation, audit_entries::actor_role)).load(conn)?)
        })
        .await
        .unwrap();
    assert_eq!(noted, [("reset_second_factor".to_owned(), "console".to_owned())]);
}

async fn an_audit_trail_that_was_changed_is_noticed(console: Console) {
    console.add("admin@example.org", "admin", "Ынтымак");
    let whole = console.run(&["audit", "verify"], "");
    assert_eq!(printed(&whole), "The audit trail is whole; entries: 1.\n");
    let db = Db::open(&console.database.location(), 1).unwrap();
    let forge = |conn: &mut maslahat::db::Conn| {
        Ok(diesel::update(audit_entries::table).set(audit_entries::actor_role.eq("nobody")).execute(conn)?)
    };
    assert_eq!(db.write(forge).await, Ok(1));
    let broken = console.run(&["audit", "verify"], "");
    assert!(!broken.status.success() && said(&broken).contains("entry 1 was changed"), "{}", said(&broken));
}

macro_rules! on_both_engines {
    ($($name:ident;)+) => {
        $(
            mod $name {
                #[actix_web::test]
                async fn sqlite() {
                    super::$name(super::Console::new(crate::support::Engine::Sqlite).await).await;
                }

                #[actix_web::test]
                async fn postgres() {
                    super::$name(super::Console::new(crate::support::Engine::Postgres).await).await;
                }
            }
        )+
    };
}

on_both_engines! {
    the_first_account_makes_its_organisation;
    an_account_is_only_what_its_organisation_allows;
    a_password_is_made_where_none_is_given;
    a_lost_second_factor_is_taken_away;
    an_audit_trail_that_was_changed_is_noticed;
}
