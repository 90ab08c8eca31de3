//! The program's chores, as somebody at a console runs them.

use std::io::Write;
use std::process::{Command, Output, Stdio};

use diesel::prelude::*;
use maslahat::db::{Db, Location};
use maslahat::schema::{accounts, audit_entries, audit_head};
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
    assert!(!broken.status.success() && said(&broken).contains("entry 1, or its link"), "{}", said(&broken));
}

async fn where_the_trail_ends_is_signed_and_a_chain_made_anew_is_noticed(console: Console) {
    // Makes the secrets file with its keys.
    Secrets::load(&console.folder.path().join("secrets.json"), true).unwrap();
    for email in ["a@example.org", "b@example.org"] {
        assert!(console.add(email, "admin", "Ынтымак").status.success());
    }
    assert_eq!(printed(&console.run(&["audit", "checkpoint"], "")), "Signed up to entry 2.\n");
    assert_eq!(printed(&console.run(&["audit", "checkpoint"], "")), "Nothing new to sign; entries: 2.\n");
    let key = printed(&console.run(&["audit", "key"], ""));
    let copy = console.folder.path().join("copy.jsonl");
    std::fs::copy(console.folder.path().join("checkpoints/audit-checkpoints.jsonl"), &copy).unwrap();
    let with_copy = ["audit", "verify", "--checkpoints", copy.to_str().unwrap(), "--public-key", key.trim()];
    let whole = printed(&console.run(&with_copy, ""));
    assert!(whole.starts_with("The audit trail is whole; entries: 2.\nSigned up to entry 2 on "), "{whole}");

    let db = Db::open(&console.database.location(), 1).unwrap();
    let forge = |conn: &mut maslahat::db::Conn| {
        diesel::delete(audit_entries::table.find(2)).execute(conn)?;
        let hash: String = audit_entries::table.find(1).select(audit_entries::hash).first(conn)?;
        Ok(diesel::update(audit_head::table).set((audit_head::seq.eq(1), audit_head::hash.eq(hash))).execute(conn)?)
    };
    assert_eq!(db.write(forge).await, Ok(1));
    for arguments in [&["audit", "verify"][..], &with_copy] {
        let broken = console.run(arguments, "");
        assert!(
            !broken.status.success() && said(&broken).contains("entry 2 was signed and is missing"),
            "{}",
            said(&broken)
        );
    }
    std::fs::write(&copy, std::fs::read_to_string(&copy).unwrap().replace("\"seq\":2", "\"seq\":1")).unwrap();
    let changed = console.run(&with_copy, "");
    assert!(said(&changed).contains("line 1 of the checkpoints was changed"), "{}", said(&changed));
    let another = ["audit", "verify", "--checkpoints", "/nowhere.jsonl"];
    assert!(!console.run(&another, "").status.success());
}

async fn receipts_are_checked_at_the_console_and_their_key_is_renewed(console: Console) {
    let path = console.folder.path().join("secrets.json");
    let proof = |secrets: &Secrets| secrets.receipt_keys().prove("MSL-2026-000124", chrono::Utc::now()).unwrap();
    let paper = proof(&Secrets::load(&path, true).unwrap());
    let verify = |text: &str| console.run(&["receipts", "verify", text], "");
    let genuine = printed(&verify(&format!("https://maslahat.example/verify#{paper}")));
    assert!(genuine.starts_with("Genuine: MSL-2026-000124, received "), "{genuine}");
    let changed = verify(&paper.replace("-000124", "-000125"));
    assert!(!changed.status.success() && said(&changed).contains("not genuine"), "{}", said(&changed));
    assert!(said(&verify("a word")).contains("no whole proof"));

    let renewed = printed(&console.run(&["receipts", "rotate"], ""));
    assert!(renewed.ends_with(" signs receipts now.\n"), "{renewed}");
    let keys = printed(&console.run(&["receipts", "keys"], ""));
    let [new, old] = keys.lines().collect::<Vec<_>>()[..] else { panic!("{keys}") };
    assert!(!new.contains(" until ") && old.contains(" until "), "{keys}");
    assert!(renewed.contains(new.split(' ').next().unwrap()), "{renewed}");
    let anew = proof(&Secrets::load(&path, false).unwrap());
    assert_ne!(anew.split('.').nth(1), paper.split('.').nth(1));
    for text in [paper, anew] {
        assert!(verify(&text).status.success());
    }
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
    where_the_trail_ends_is_signed_and_a_chain_made_anew_is_noticed;
    receipts_are_checked_at_the_console_and_their_key_is_renewed;
}
