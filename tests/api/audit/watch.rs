//! Signed checkpoints, kept outside the database.

use chrono::{TimeDelta, Utc};
use diesel::prelude::*;
use maslahat::audit::{Broken, Checkpoint, Finding, Watch};
use maslahat::schema::{audit_entries, audit_head};

use crate::support::{World, on_both_engines};

on_both_engines! {
    the_end_of_the_trail_is_signed_once;
    two_servers_share_a_file;
    a_broken_trail_is_never_signed;
    what_was_checked_is_checked_again_once_a_day;
    a_trail_cut_off_is_noticed_at_once;
    readers_are_told_how_the_trail_stands;
}

fn lines(watch: &Watch) -> Vec<Checkpoint> {
    let text = std::fs::read_to_string(watch.ledger().path()).unwrap_or_default();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

async fn forge(world: &World, number: i64) {
    world
        .change(move |conn| {
            let target = audit_entries::table.find(number);
            Ok(diesel::update(target).set(audit_entries::actor_role.eq("nobody")).execute(conn)?)
        })
        .await;
}

async fn the_end_of_the_trail_is_signed_once(world: World) {
    let watch = &world.system.watch;
    assert!(watch.look(Utc::now()).await.unwrap().1.is_none(), "nothing was done yet");
    let cast = world.cast().await;
    world.case(&cast.near).await;
    let (whole, signed) = watch.look(Utc::now()).await.unwrap();
    assert_eq!(signed.unwrap().seq, whole.head.seq);
    assert!(watch.look(Utc::now()).await.unwrap().1.is_none());
    world.case(&cast.near).await;
    watch.look(Utc::now()).await.unwrap();
    let kept: Vec<i64> = lines(watch).iter().map(|checkpoint| checkpoint.seq).collect();
    assert_eq!(kept, [1, 2]);
}

async fn two_servers_share_a_file(world: World) {
    let (first, second) = (&world.system.watch, world.another_watch());
    let cast = world.cast().await;
    for _ in 0..5 {
        world.case(&cast.near).await;
        let (one, other) = futures_util::join!(first.look(Utc::now()), second.look(Utc::now()));
        let signed = [one.unwrap().1, other.unwrap().1].into_iter().flatten().count();
        assert_eq!(signed, 1, "one of them signs");
    }
    assert_eq!(lines(first).len(), 5);
    second.look(Utc::now()).await.unwrap();
}

async fn a_broken_trail_is_never_signed(world: World) {
    let watch = &world.system.watch;
    let cast = world.cast().await;
    world.case(&cast.near).await;
    forge(&world, 1).await;
    let finding = watch.look(Utc::now()).await.unwrap_err();
    assert!(matches!(finding, Finding::Trail(Broken::Changed { seq: 1 })), "{finding}");
    assert!(lines(watch).is_empty());
}

async fn what_was_checked_is_checked_again_once_a_day(world: World) {
    let watch = &world.system.watch;
    let cast = world.cast().await;
    for _ in 0..2 {
        world.case(&cast.near).await;
    }
    let now = Utc::now();
    watch.look(now).await.unwrap();
    forge(&world, 1).await;
    world.case(&cast.near).await;
    watch.look(now + TimeDelta::hours(1)).await.expect("what is new is whole");
    watch.look(now + TimeDelta::hours(25)).await.unwrap_err();
    // A server that starts anew goes on from the last checkpoint, and looks at everything soon after.
    let another = world.another_watch();
    another.look(now).await.expect("what was not signed yet is whole");
    another.look(now + TimeDelta::hours(2)).await.unwrap_err();
}

async fn a_trail_cut_off_is_noticed_at_once(world: World) {
    let watch = &world.system.watch;
    let cast = world.cast().await;
    for _ in 0..3 {
        world.case(&cast.near).await;
    }
    watch.look(Utc::now()).await.unwrap();
    world
        .change(|conn| {
            diesel::delete(audit_entries::table.filter(audit_entries::seq.gt(2))).execute(conn)?;
            let hash: String = audit_entries::table.find(2).select(audit_entries::hash).first(conn)?;
            Ok(diesel::update(audit_head::table)
                .set((audit_head::seq.eq(2), audit_head::hash.eq(hash)))
                .execute(conn)?)
        })
        .await;
    watch.look(Utc::now()).await.unwrap_err();
    let finding = world.another_watch().look(Utc::now()).await.unwrap_err();
    assert!(matches!(finding, Finding::Trail(Broken::End { seq: 3 })), "{finding}");
}

async fn readers_are_told_how_the_trail_stands(world: World) {
    let cast = world.cast().await;
    let watch = &world.system.watch;
    world.case(&cast.near).await;
    watch.look(Utc::now()).await.unwrap();
    let state = cast.protection.client.get("/audit/state").await.expect(200);
    assert!(state["whole_at"].is_string() && state["signed_at"].is_string() && state["broken_at"].is_null(), "{state}");
    forge(&world, 1).await;
    watch.look(Utc::now() + TimeDelta::hours(25)).await.unwrap_err();
    for person in [&cast.protection, &cast.admin] {
        let state = person.client.get("/audit/state").await.expect(200);
        assert!(state["broken_at"].is_string(), "{state}");
    }
    for person in [&cast.staff, &cast.near.company] {
        person.client.get("/audit/state").await.refused(403, "forbidden");
    }
}
