//! The demonstration's relationships: who works where, who speaks for whom, who is at odds with whom.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use super::PROGRAMME;
use super::directory::{Directory, find};
use super::stakeholders::Met;
use crate::db::Conn;
use crate::error::{ApiError, Result};
use crate::grievances::clock::day_of;
use crate::relationships::domain::RelationshipKind;
use crate::relationships::input::NewRelationship;
use crate::relationships::store::insert;
use crate::stakeholders::domain::{StakeholderCategory, StakeholderKind};

const COUNT: usize = 250;

pub fn load(conn: &mut Conn, known: &Directory, met: &[Met], now: DateTime<Utc>) -> Result<()> {
    let programme = find(&known.programmes, PROGRAMME)?;
    let (people, groups): (Vec<&Met>, Vec<&Met>) = met.iter().partition(|one| one.kind == StakeholderKind::Person);
    let mut made = vec![];
    for number in 0.. {
        if made.len() == COUNT {
            break;
        }
        let tie = tie(&people, &groups, number)?;
        let (from, to) = tie.kind.in_order(tie.from.id, tie.to.id);
        if from == to || made.contains(&(tie.kind, from, to)) {
            continue;
        }
        let at = tie.from.at.max(tie.to.at);
        let new = NewRelationship {
            kind: tie.kind,
            from_id: from,
            to_id: to,
            since: since(number, at),
            until: (number % 9 == 4).then(|| day_of(at + TimeDelta::days(6))),
            note: None,
            source: None,
        };
        // Later by a little each: the ids keep the order.
        let recorded = (at + TimeDelta::days(7)).min(now - TimeDelta::hours(1));
        insert(conn, &new, programme, tie.from.by, recorded)?;
        made.push((tie.kind, from, to));
    }
    Ok(())
}

/// Of two in three it is known since when.
fn since(number: usize, met: DateTime<Utc>) -> Option<NaiveDate> {
    let days = TimeDelta::days(i64::try_from(number * 37 % 1500).unwrap_or_default());
    (!number.is_multiple_of(3)).then(|| day_of(met - days))
}

struct Tie<'a> {
    kind: RelationshipKind,
    from: &'a Met,
    to: &'a Met,
}

/// People are tied to the groups around them and to one another; nobody but people represents, so that no circle is made.
fn tie<'a>(people: &[&'a Met], groups: &[&'a Met], number: usize) -> Result<Tie<'a>> {
    let one = |of: &[&'a Met], at: usize| of.get(at % of.len().max(1)).copied().ok_or(ApiError::Internal);
    let from = one(people, number * 7)?;
    Ok(match number % 10 {
        ..3 => Tie { kind: RelationshipKind::Represents, from, to: one(groups, number * 3)? },
        3..6 => Tie { kind: RelationshipKind::EmployedBy, from, to: one(groups, number / 3)? },
        6 => Tie { kind: RelationshipKind::FamilyOf, from, to: one(people, number * 7 + 3)? },
        7 => Tie {
            kind: RelationshipKind::InDisputeWith,
            from: beside(people, number)?,
            to: one(people, number * 2 + 1)?,
        },
        8 => Tie { kind: RelationshipKind::AlliedWith, from, to: one(people, number + 4)? },
        9.. => {
            Tie { kind: RelationshipKind::ContractsWith, from: one(groups, number)?, to: one(groups, number * 7 + 3)? }
        }
    })
}

/// Those who are at odds with others are mostly of a company or an authority.
fn beside<'a>(people: &[&'a Met], number: usize) -> Result<&'a Met> {
    let powerful: Vec<&Met> = people
        .iter()
        .copied()
        .filter(|one| matches!(one.category, StakeholderCategory::Company | StakeholderCategory::Authority))
        .collect();
    powerful.get(number % powerful.len().max(1)).copied().ok_or(ApiError::Internal)
}
