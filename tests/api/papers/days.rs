//! From when the time of a paper counts.

use chrono::{DateTime, Days, TimeDelta, Utc};
use chrono_tz::Asia::Bishkek;
use diesel::prelude::*;
use maslahat::db::types::Moment;
use maslahat::papers::PaperBatchId;
use maslahat::schema::{check_ins, paper_batches};

use super::{Printed, entered, entry, printed, today};
use crate::support::{World, on_both_engines};

on_both_engines! {
    the_time_to_answer_counts_from_the_day_on_which_the_paper_came;
    a_paper_that_lay_too_long_is_told_to_be_late;
    a_day_before_the_printing_or_after_today_is_refused;
}

/// As if the batch had been printed so many days ago.
async fn printed_days_ago(world: &World, batch: &str, days: i64) {
    let (id, at): (PaperBatchId, _) = (batch.parse().unwrap(), Moment::from(Utc::now() - TimeDelta::days(days)));
    world
        .change(move |conn| {
            Ok(diesel::update(paper_batches::table.find(id)).set(paper_batches::made_at.eq(at)).execute(conn)?)
        })
        .await;
}

async fn the_time_to_answer_counts_from_the_day_on_which_the_paper_came(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let Printed { batch, sheets } = printed(&cast, staff, 2).await;
    printed_days_ago(&world, &batch, 90).await;
    let came = today() - Days::new(40);
    let made = entered(staff, &sheets[0].0, entry(&cast, came)).await.expect(201);
    let midnight = (came + Days::new(1)).and_hms_opt(0, 0, 0).unwrap().and_local_timezone(Bishkek).unwrap();
    let submitted: DateTime<Utc> = made["submitted_at"].as_str().unwrap().parse().unwrap();
    assert_eq!(submitted, midnight);
    let case = staff.get(&format!("/grievances/{}", made["grievance_id"].as_str().unwrap())).await.expect(200);
    assert_eq!(case["submitted_at"], made["submitted_at"]);
    assert_eq!(case["timeline"][0]["at"], made["submitted_at"]);
    let late: Vec<&str> = case["clocks"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|clock| clock["state"] == "breached")
        .map(|clock| clock["clock"].as_str().unwrap())
        .collect();
    assert_eq!(late, ["acknowledge", "resolve"]);
    assert_eq!(staff.get("/grievances?clock=breached").await.expect(200)["items"].as_array().unwrap().len(), 1);
    // The reporter is asked whether anybody does them harm from now on: the code opened nothing before.
    let due: Vec<Moment> = world.look(|conn| Ok(check_ins::table.select(check_ins::due_at).load(conn)?)).await;
    assert!(!due.is_empty() && due.iter().all(|due| due.utc() > Utc::now()), "{due:?}");
    // And whoever looks after it hears of what was missed.
    let system = world.system.clone();
    (maslahat::grievances::clock::CHORE.run)(system.get_ref(), Utc::now() + TimeDelta::minutes(1)).await.unwrap();
    let told = staff.get("/notifications").await.expect(200);
    assert!(told["items"].as_array().unwrap().iter().any(|item| item["kind"] == "deadline_missed"), "{told}");

    let fresh = entered(staff, &sheets[1].0, entry(&cast, today())).await.expect(201);
    let fresh: DateTime<Utc> = fresh["submitted_at"].as_str().unwrap().parse().unwrap();
    assert!((Utc::now() - fresh).num_seconds() < 60, "what came today was raised now");
}

async fn a_paper_that_lay_too_long_is_told_to_be_late(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let Printed { batch, sheets } = printed(&cast, staff, 1).await;
    printed_days_ago(&world, &batch, 90).await;
    let made = entered(staff, &sheets[0].0, entry(&cast, today() - Days::new(14))).await.expect(201);
    let case = staff.get(&format!("/grievances/{}", made["grievance_id"].as_str().unwrap())).await.expect(200);
    assert_eq!(case["recorded"]["paper"]["late"], true);
}

async fn a_day_before_the_printing_or_after_today_is_refused(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let Printed { sheets, .. } = printed(&cast, staff, 1).await;
    let try_day = |day| entered(staff, &sheets[0].0, entry(&cast, day));
    let reply = try_day(today() + Days::new(1)).await;
    assert_eq!(reply.refused(422, "invalid"), ["/received_on in_the_future"]);
    let reply = try_day(today() - Days::new(1)).await;
    assert_eq!(reply.refused(422, "invalid"), ["/received_on before_it_was_printed"]);
    try_day(today()).await.expect(201);
}
