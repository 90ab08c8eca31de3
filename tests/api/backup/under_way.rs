//! A backup of a server at work: one moment, whatever is written meanwhile.

use std::sync::atomic::{AtomicBool, Ordering};

use futures_util::future::join_all;

use super::house::{House, is_whole, printed, raise};
use super::on_both_engines;
use crate::faults::program::Program;
use crate::support::Engine;

on_both_engines! {
    a_backup_of_a_server_at_work_is_of_one_moment;
}

async fn write_until(stop: &AtomicBool, program: &Program, village: &str) -> usize {
    let mut written = 0;
    while !stop.load(Ordering::Relaxed) {
        program.submit(village).await.unwrap().expect(201);
        written += 1;
    }
    written
}

async fn a_backup_of_a_server_at_work_is_of_one_moment(engine: Engine) {
    let house = House::new(engine).await;
    let program = house.serve().await;
    let (receipt, village) = (raise(&program).await, program.village().await);
    house.key().await;
    let stop = AtomicBool::new(false);
    let writers = join_all((0..4).map(|_| write_until(&stop, &program, &village)));
    let backups = async {
        let mut made = vec![];
        for name in ["one.backup", "two.backup"] {
            made.push(house.back_up(name).await);
        }
        stop.store(true, Ordering::Relaxed);
        made
    };
    let (written, backups) = futures_util::join!(writers, backups);
    assert!(written.iter().sum::<usize>() > 4, "the server was at work");
    let (one, two) = (&backups[0], &backups[1]);
    let counts = |path: &std::path::Path| {
        let end = house.read(path).end;
        (end.tables["grievances"].rows, end.tables["grievance_events"].rows, end.tables["audit_entries"].rows)
    };
    let (first, second) = (counts(one), counts(two));
    assert!(first.0 < second.0, "there were writes between the two: {first:?} {second:?}");
    // Each of these cases has one event and one entry: of one moment, the differences are alike.
    assert_eq!((second.0 - first.0, second.0 - first.0), (second.1 - first.1, second.2 - first.2));
    program.kill();

    let place = house.another(engine).await;
    printed(&place.restore(two, &house, &["--erasures", house.ledger().to_str().unwrap()]).await);
    let program = place.serve().await;
    is_whole(&program, &receipt).await;
}
