//! A thousand manipulations of the trail by somebody who can write the whole database and knows how it is hashed, but has
//! no key: each is found.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;
use maslahat::audit::{self, Checked, Checkpoint, Entry, Head, Subject};
use maslahat::authz::Who;
use maslahat::db::Conn;
use maslahat::db::types::Moment;
use maslahat::error::{ApiError, Result};
use maslahat::schema::{audit_entries, audit_head};
use maslahat::signing::Signer;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use crate::support::{World, on_both_engines};

on_both_engines! {
    a_thousand_manipulations_are_all_found;
    a_trail_of_several_parts_is_checked_to_its_end;
    without_checkpoints_a_chain_made_anew_would_pass;
}

const LENGTH: usize = 24;

#[derive(Clone, Debug, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = audit_entries)]
struct Row {
    seq: i64,
    at: Moment,
    actor_id: Option<String>,
    actor_role: String,
    operation: String,
    subject_kind: String,
    subject_id: String,
    detail: String,
    programme_id: Option<String>,
    previous_hash: String,
    hash: String,
}

/// What is done to the trail; each number is taken within its length.
#[derive(Clone, Debug)]
enum Manipulation {
    Edit {
        entry: usize,
        field: usize,
    },
    Insert {
        before: usize,
    },
    Remove {
        entry: usize,
    },
    Swap {
        entry: usize,
        other: usize,
    },
    Truncate {
        to: usize,
    },
    /// Another end than the last entry's is noted.
    Head {
        seq: bool,
    },
}

/// A manipulation, and whether the chain is then made anew from there on, with hashes that fit.
#[derive(Clone, Debug)]
struct Attack {
    manipulation: Manipulation,
    chained_anew: bool,
}

/// Fields that the hash covers, and then the two hashes.
const COVERED: usize = 8;
const FIELDS: usize = COVERED + 2;

fn attacks() -> impl Strategy<Value = Attack> {
    let entry = 0..LENGTH;
    let manipulation = prop_oneof![
        4 => (entry.clone(), 0..FIELDS).prop_map(|(entry, field)| Manipulation::Edit { entry, field }),
        2 => entry.clone().prop_map(|before| Manipulation::Insert { before }),
        2 => entry.clone().prop_map(|entry| Manipulation::Remove { entry }),
        2 => (entry.clone(), 1..LENGTH)
            .prop_map(|(entry, by)| Manipulation::Swap { entry, other: (entry + by) % LENGTH }),
        1 => entry.prop_map(|to| Manipulation::Truncate { to }),
        1 => any::<bool>().prop_map(|seq| Manipulation::Head { seq }),
    ];
    (manipulation, any::<bool>()).prop_map(|(manipulation, anew)| {
        // Hashes that are made anew would undo these.
        let undone = matches!(manipulation, Manipulation::Edit { field: COVERED.., .. } | Manipulation::Head { .. });
        Attack { manipulation, chained_anew: anew && !undone }
    })
}

fn edit(row: &mut Row, field: usize, programme: &str) {
    let other = |text: &mut String| text.push('x');
    match field {
        0 => row.at = Moment::from(row.at.utc() + TimeDelta::microseconds(1)),
        1 => {
            row.actor_id = match row.actor_id.take() {
                Some(id) if id.starts_with('0') => None,
                Some(id) => Some(format!("{id}x")),
                None => Some(String::new()),
            };
        }
        2 => other(&mut row.actor_role),
        3 => other(&mut row.operation),
        4 => other(&mut row.subject_kind),
        5 => other(&mut row.subject_id),
        6 => other(&mut row.detail),
        // The entry is made to be about no case, or the other way round.
        7 => {
            row.programme_id = match row.programme_id.take() {
                Some(_) => None,
                None => Some(programme.to_owned()),
            };
        }
        8 => other(&mut row.previous_hash),
        _ => other(&mut row.hash),
    }
}

impl Attack {
    fn on(&self, rows: &mut Vec<Row>, head: &mut Head, programme: &str) {
        match self.manipulation {
            Manipulation::Edit { entry, field } => edit(&mut rows[entry], field, programme),
            Manipulation::Insert { before } => {
                let mut row = rows[before].clone();
                row.detail.push_str("inserted");
                rows.insert(before, row);
                number(rows);
            }
            Manipulation::Remove { entry } => drop(rows.remove(entry)),
            Manipulation::Swap { entry, other } => {
                rows.swap(entry, other);
                number(rows);
            }
            Manipulation::Truncate { to } => {
                rows.truncate(to);
                *head = rows.last().map(|row| Head { seq: row.seq, hash: row.hash.clone() }).unwrap_or_default();
            }
            Manipulation::Head { seq: true } => head.seq -= 1,
            Manipulation::Head { seq: false } => head.hash.push('x'),
        }
        if self.chained_anew {
            *head = chain_anew(rows);
        }
    }
}

fn number(rows: &mut [Row]) {
    rows.iter_mut().zip(1..).for_each(|(row, seq)| row.seq = seq);
}

/// Gives every entry the number and the hashes that it would have had; the end of the chain.
fn chain_anew(rows: &mut [Row]) -> Head {
    number(rows);
    let mut head = Head::default();
    for row in rows {
        let entry = Entry {
            seq: row.seq,
            at: row.at.utc(),
            actor_id: row.actor_id.clone(),
            actor_role: row.actor_role.clone(),
            operation: row.operation.clone(),
            subject_kind: row.subject_kind.clone(),
            subject_id: row.subject_id.clone(),
            detail: row.detail.clone(),
            programme_id: row.programme_id.clone(),
        };
        row.previous_hash = head.hash;
        row.hash = entry.hash(&row.previous_hash);
        head = Head { seq: row.seq, hash: row.hash.clone() };
    }
    head
}

fn read(conn: &mut Conn) -> Result<(Vec<Row>, Head)> {
    let rows = audit_entries::table.order(audit_entries::seq).select(Row::as_select()).load(conn)?;
    let (seq, hash) = audit_head::table.select((audit_head::seq, audit_head::hash)).first(conn)?;
    Ok((rows, Head { seq, hash }))
}

fn write(conn: &mut Conn, rows: &[Row], head: &Head) -> Result<()> {
    diesel::delete(audit_entries::table).execute(conn)?;
    for row in rows {
        diesel::insert_into(audit_entries::table).values(row).execute(conn)?;
    }
    let noted = (audit_head::seq.eq(head.seq), audit_head::hash.eq(&head.hash));
    diesel::update(audit_head::table).set(noted).execute(conn)?;
    Ok(())
}

/// A trail of so many entries, all different.
async fn grow(world: &World, length: usize) {
    world
        .change(move |conn| {
            let began: DateTime<Utc> = "2026-11-24T04:00:00Z".parse().unwrap();
            for number in 0..length {
                let id = (number % 3 > 0).then(|| format!("{number:036}"));
                let who = Who { id, role: if number % 2 == 0 { "staff" } else { "admin" } };
                let subject = Subject::new("account", format!("{number:036}"));
                let now = began + TimeDelta::seconds(i64::try_from(number).unwrap());
                audit::record(conn, &who, "update_account", &subject, &format!("role {number}"), now)?;
            }
            Ok(())
        })
        .await;
}

fn signer() -> Signer {
    Signer::new(&[9; 32], audit::PURPOSE)
}

/// Checkpoints over the middle and the end of the trail, as it is.
async fn checkpoints(world: &World) -> Vec<Checkpoint> {
    let (rows, head) = world.look(read).await;
    let middle = &rows[rows.len() / 2];
    let middle = Head { seq: middle.seq, hash: middle.hash.clone() };
    let first = Checkpoint::sign(&signer(), &middle, None, Utc::now());
    let last = Checkpoint::sign(&signer(), &head, Some(&first), Utc::now());
    vec![first, last]
}

/// What a check finds after a change, which is then taken back.
async fn found(
    world: &World,
    checkpoints: &[Checkpoint],
    change: impl FnOnce(&mut Conn) -> Result<()> + Send + 'static,
) -> Result<Checked> {
    let (tell, checkpoints) = (Arc::new(Mutex::new(None)), checkpoints.to_vec());
    let told = tell.clone();
    let undone = world.db.write(move |conn| {
        change(conn)?;
        *tell.lock().unwrap() = Some(audit::verify_within(conn, Head::default(), &checkpoints));
        Err::<(), _>(ApiError::Stale)
    });
    assert_eq!(undone.await, Err(ApiError::Stale));
    told.lock().unwrap().take().expect("the change could be made")
}

async fn a_thousand_manipulations_are_all_found(world: World) {
    grow(&world, LENGTH).await;
    let checkpoints = checkpoints(&world).await;
    let whole = found(&world, &checkpoints, |_| Ok(())).await.unwrap().expect("untouched, it is whole");
    assert_eq!((whole.head.seq, whole.checkpoints), (LENGTH as i64, 2));
    let (rows, head) = world.look(read).await;
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let attacks = attacks();
    let programme = world.programme("Elsewhere").await.to_string();
    for _ in 0..1000 {
        let attack = attacks.new_tree(&mut runner).unwrap().current();
        let (mut forged, mut end) = (rows.clone(), head.clone());
        attack.on(&mut forged, &mut end, &programme);
        assert!(forged != rows || end != head, "{attack:?} changes something");
        let outcome = found(&world, &checkpoints, move |conn| write(conn, &forged, &end)).await;
        assert!(!matches!(outcome, Ok(Ok(_))), "{attack:?} was not found");
    }
}

async fn a_trail_of_several_parts_is_checked_to_its_end(world: World) {
    const LONG: usize = 2100;
    grow(&world, LONG).await;
    let checkpoints = checkpoints(&world).await;
    let whole = audit::verify(&world.db, Head::default(), &checkpoints, Duration::ZERO).await.unwrap().unwrap();
    assert_eq!((whole.head.seq, whole.checkpoints), (LONG as i64, 2));
    for seq in [1000, 1001, LONG as i64] {
        let forge = move |conn: &mut Conn| {
            let target = audit_entries::table.find(seq);
            diesel::update(target).set(audit_entries::detail.eq("forged")).execute(conn)?;
            Ok(())
        };
        let outcome = found(&world, &checkpoints, forge).await.unwrap();
        assert_eq!(outcome, Err(audit::Broken::Changed { seq }));
    }
}

/// What the checkpoints are for.
async fn without_checkpoints_a_chain_made_anew_would_pass(world: World) {
    grow(&world, LENGTH).await;
    let checkpoints = checkpoints(&world).await;
    let (mut rows, _) = world.look(read).await;
    rows.remove(3);
    let head = chain_anew(&mut rows);
    let (again, end) = (rows.clone(), head.clone());
    assert!(found(&world, &[], move |conn| write(conn, &rows, &head)).await.unwrap().is_ok());
    let outcome = found(&world, &checkpoints, move |conn| write(conn, &again, &end)).await.unwrap();
    assert_eq!(outcome, Err(audit::Broken::Unsigned { seq: LENGTH as i64 / 2 + 1 }));
}
