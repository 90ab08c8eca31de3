//! What was signed outlives what was lost.

use super::house::{House, is_whole, printed, raise};
use super::on_both_engines;
use crate::support::Engine;

on_both_engines! {
    checkpoints_of_what_is_lost_are_kept_and_the_trail_goes_on;
}

async fn checkpoints_of_what_is_lost_are_kept_and_the_trail_goes_on(engine: Engine) {
    let house = House::new(engine).await;
    let program = house.serve().await;
    let receipt = raise(&program).await;
    printed(&house.run(&["audit", "checkpoint"]).await);
    let backup = house.back_up("whole.backup").await;
    raise(&program).await;
    printed(&house.run(&["audit", "checkpoint"]).await);
    program.kill();

    // The folder outlived the machine: checkpoints further than the backup, and what was erased.
    let place = house.another(engine).await;
    std::fs::create_dir_all(place.path("checkpoints")).unwrap();
    for name in ["audit-checkpoints.jsonl", "erasures.jsonl"] {
        std::fs::copy(house.path("checkpoints").join(name), place.path("checkpoints").join(name)).unwrap();
    }
    let said = printed(&place.restore(&backup, &house, &[]).await);
    assert!(said.contains("What was done after that moment is lost"), "{said}");
    let kept = said.split_whitespace().find(|word| word.contains("audit-checkpoints.until-")).unwrap();
    let kept = std::fs::read_to_string(kept.trim_end_matches('.')).unwrap();
    assert_eq!(kept, std::fs::read_to_string(house.path("checkpoints/audit-checkpoints.jsonl")).unwrap());
    let program = place.serve().await;
    is_whole(&program, &receipt).await;
    assert!(program.stop().success());
    let checked = printed(&place.run(&["audit", "verify"]).await);
    assert!(checked.contains("The audit trail is whole") && checked.contains("Signed up to entry"), "{checked}");
}
