//! The diagram of the states in the documentation, drawn from the table in the code.

use std::collections::BTreeMap;
use std::fmt::Write;

use maslahat::grievances::domain::{By, Effect, MOVES, Move, State};
use strum::VariantArray;

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/grievance-states.md");
const START: &str = "<!-- drawn from the table: begin -->\n";
const END: &str = "<!-- drawn from the table: end -->\n";

#[test]
fn the_diagram_in_the_documentation_is_that_of_the_table() {
    let file = std::fs::read_to_string(FILE).unwrap();
    let (head, rest) = file.split_once(START).expect("the file says where the diagram begins");
    let (_, tail) = rest.split_once(END).expect("the file says where the diagram ends");
    let drawn = format!("{head}{START}{}{END}{tail}", drawn());
    if std::env::var_os("UPDATE_DIAGRAM").is_some() {
        std::fs::write(FILE, &drawn).unwrap();
    }
    assert!(std::fs::read_to_string(FILE).unwrap() == drawn, "UPDATE_DIAGRAM=1 draws it anew");
}

fn drawn() -> String {
    format!("{}\n{}", diagram(), table())
}

/// Where an arrow begins: a state, or all of a kind, which would otherwise hide the rest under their arrows.
fn sources(from: &[State]) -> Vec<String> {
    if from.len() < 5 {
        return from.iter().map(State::to_string).collect();
    }
    vec![if from.iter().all(|state| state.is_open()) { "any_open_state" } else { "any_end" }.to_owned()]
}

fn diagram() -> String {
    let mut arrows: BTreeMap<(String, State), Vec<&str>> = BTreeMap::new();
    for (made, _, from, effect) in MOVES {
        let Effect::To(to) = effect else { continue };
        for source in sources(from) {
            let arrow = arrows.entry((source, *to)).or_default();
            if !arrow.contains(&made.as_str()) {
                arrow.push(made.as_str());
            }
        }
    }
    let mut text = String::from("```mermaid\nstateDiagram-v2\n    [*] --> submitted: submit\n");
    for ((from, to), moves) in arrows {
        writeln!(text, "    {from} --> {to}: {}", moves.join(" / ")).unwrap();
    }
    text.push_str("```\n");
    text
}

fn table() -> String {
    let mut text = String::from("| move | who | from | to |\n|---|---|---|---|\n");
    for (made, by, from, effect) in MOVES {
        let to = match effect {
            Effect::To(state) => state.to_string(),
            Effect::Stays => "(stays)".to_owned(),
        };
        writeln!(text, "| {} | {} | {} | {} |", spaced(*made), who(*by), listed(from), to.replace('_', " ")).unwrap();
    }
    text
}

fn spaced(made: Move) -> String {
    made.to_string().replace('_', " ")
}

fn listed(states: &[State]) -> String {
    let open = State::VARIANTS.iter().filter(|state| state.is_open()).count();
    if states.iter().all(|state| state.is_open()) && states.len() == open {
        return "every open state".to_owned();
    }
    if states.iter().all(|state| !state.is_open()) && states.len() == State::VARIANTS.len() - open {
        return "every end".to_owned();
    }
    states.iter().map(|state| state.to_string().replace('_', " ")).collect::<Vec<_>>().join(", ")
}

fn who(by: By) -> String {
    match by {
        By::Reporter => "reporter".to_owned(),
        By::Respondent => "respondent".to_owned(),
        By::Member => "member of the committee".to_owned(),
        By::Staff => "staff".to_owned(),
        By::OtherThan(doer) => format!("staff other than the {}", format!("{doer:?}").to_lowercase()),
    }
}
