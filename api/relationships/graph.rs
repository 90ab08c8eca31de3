//! What holds now among stakeholders, as nodes and edges: around one of them, of a place, or what was recorded last.
//!
//! Each step reads by the indexes of the two ends and stops at a number of edges that follows from the number of nodes asked
//! for: the cost does not grow with the register, nor with how many a big employer employs. What was left out for that is
//! said.

use std::collections::HashSet;

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::Deserialize;
use utoipa::IntoParams;
use validator::Validate;

use super::RelationshipId;
use super::domain::RelationshipKind;
use super::policy::GetRelationshipGraph;
use super::scope::within;
use super::view::{RelationshipEdge, RelationshipGraph, RelationshipNode};
use crate::authz::Permit;
use crate::db::{Backend, Conn};
use crate::directory::directory;
use crate::error::{ApiError, Result};
use crate::places::PlaceId;
use crate::schema::stakeholder_relationships as relationships;
use crate::stakeholders::{StakeholderId, named, store};

/// Nodes that a graph may have: more can be neither drawn nor read.
const MOST: usize = 500;
const USUAL: usize = 150;
/// How far from somebody a graph goes at most.
const FARTHEST: i64 = 4;
/// Edges that are read for each node of the graph.
const EDGES_EACH: usize = 4;

/// Which part of the graph.
#[derive(Clone, Debug, Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct GraphQuery {
    /// Around this stakeholder; left out, what was recorded last.
    #[param(value_type = Option<String>, format = Uuid)]
    pub around: Option<StakeholderId>,
    /// How many steps from there, 2 if it is left out.
    #[validate(range(min = 1, max = FARTHEST))]
    #[param(minimum = 1, maximum = 4, default = 2)]
    pub steps: Option<i64>,
    pub kind: Option<RelationshipKind>,
    /// Only those of a place and of all below it, and whom they are bound to.
    #[param(value_type = Option<String>, format = Uuid)]
    pub place_id: Option<PlaceId>,
    /// Nodes at most.
    #[validate(range(min = 2, max = MOST))]
    #[param(minimum = 2, maximum = 500, default = 150)]
    pub limit: Option<usize>,
}

#[derive(Clone, Queryable, Selectable)]
#[diesel(table_name = relationships)]
struct Edge {
    id: RelationshipId,
    kind: RelationshipKind,
    from_id: StakeholderId,
    to_id: StakeholderId,
    since: Option<NaiveDate>,
}

/// What was gathered so far.
struct Gathered {
    nodes: Vec<StakeholderId>,
    known: HashSet<StakeholderId>,
    limit: usize,
    cut: bool,
}

impl Gathered {
    fn new(limit: usize) -> Self {
        Self { nodes: vec![], known: HashSet::new(), limit, cut: false }
    }

    /// Takes somebody in, while there is room; whether it is somebody new.
    fn take(&mut self, id: StakeholderId) -> bool {
        if self.known.contains(&id) {
            return false;
        }
        if self.nodes.len() == self.limit {
            self.cut = true;
            return false;
        }
        self.nodes.push(id);
        self.known.insert(id)
    }

    /// Takes both ends in or neither: an end alone says nothing.
    fn take_both(&mut self, edge: &Edge) {
        let new = [edge.from_id, edge.to_id].iter().filter(|id| !self.known.contains(id)).count();
        if self.nodes.len() + new > self.limit {
            self.cut = true;
            return;
        }
        self.take(edge.from_id);
        self.take(edge.to_id);
    }
}

/// One reading of the graph.
struct Reading<'a> {
    permit: &'a Permit<GetRelationshipGraph>,
    kind: Option<RelationshipKind>,
    most: usize,
}

type Boxed<'a> = relationships::BoxedQuery<'a, Backend>;

impl Reading<'_> {
    /// What holds now, of the kind asked for.
    fn holding<'a>(&self) -> Result<Boxed<'a>> {
        let rows =
            relationships::table.filter(relationships::until.is_null()).filter(within(self.permit)?).into_boxed();
        Ok(match self.kind {
            Some(kind) => rows.filter(relationships::kind.eq(kind)),
            None => rows,
        })
    }

    fn load(&self, conn: &mut Conn, rows: Boxed<'_>) -> Result<Vec<Edge>> {
        let most = i64::try_from(self.most + 1).unwrap_or(i64::MAX);
        Ok(rows.limit(most).select(Edge::as_select()).load(conn)?)
    }

    /// What binds any of these to anybody, and whether there is more.
    fn touching(&self, conn: &mut Conn, ids: &[StakeholderId]) -> Result<(Vec<Edge>, bool)> {
        let from = self.holding()?.filter(relationships::from_id.eq_any(ids.to_vec()));
        let mut edges = self.load(conn, from)?;
        let to = self.holding()?.filter(relationships::to_id.eq_any(ids.to_vec()));
        let others = self.load(conn, to)?;
        let cut = edges.len() > self.most || others.len() > self.most;
        edges.extend(others);
        edges.sort_unstable_by_key(|edge| std::cmp::Reverse(edge.id));
        edges.dedup_by_key(|edge| edge.id);
        Ok((edges, cut))
    }

    /// What binds these to one another.
    fn between(&self, conn: &mut Conn, ids: &[StakeholderId]) -> Result<(Vec<Edge>, bool)> {
        let rows = self
            .holding()?
            .filter(relationships::from_id.eq_any(ids.to_vec()))
            .filter(relationships::to_id.eq_any(ids.to_vec()));
        let mut edges = self.load(conn, rows)?;
        let cut = edges.len() > self.most;
        edges.truncate(self.most);
        edges.sort_unstable_by_key(|edge| edge.id);
        Ok((edges, cut))
    }

    /// What was recorded last, each programme read in the order of its own index.
    fn latest(&self, conn: &mut Conn) -> Result<(Vec<Edge>, bool)> {
        let mut edges = vec![];
        let mut cut = false;
        for programme in self.permit.programmes()? {
            let rows =
                self.holding()?.filter(relationships::programme_id.eq(programme)).order(relationships::id.desc());
            let some = self.load(conn, rows)?;
            cut |= some.len() > self.most;
            edges.extend(some);
        }
        edges.sort_unstable_by_key(|edge| std::cmp::Reverse(edge.id));
        Ok((edges, cut))
    }

    fn around(
        &self,
        conn: &mut Conn,
        start: StakeholderId,
        steps: i64,
        path: Option<&str>,
        all: &mut Gathered,
    ) -> Result<()> {
        all.take(start);
        let mut edge_of_it = vec![start];
        for _ in 0..steps {
            let (edges, more) = self.touching(conn, &edge_of_it)?;
            all.cut |= more;
            let met = edges.iter().flat_map(|edge| [edge.from_id, edge.to_id]).filter(|id| !all.known.contains(id));
            let met = in_place(conn, met.collect(), path)?;
            edge_of_it = met.into_iter().filter(|id| all.take(*id)).collect();
            if edge_of_it.is_empty() {
                break;
            }
        }
        Ok(())
    }

    fn of_place(&self, conn: &mut Conn, path: Option<&str>, all: &mut Gathered) -> Result<()> {
        let few = match path {
            Some(path) => named::few_below(conn, &self.permit.programmes()?, path)?,
            None => None,
        };
        let (edges, more) = match few {
            Some(ids) => self.touching(conn, &ids)?,
            None => self.latest(conn)?,
        };
        all.cut |= more;
        let ends = edges.iter().flat_map(|edge| [edge.from_id, edge.to_id]).collect();
        let there: HashSet<StakeholderId> = in_place(conn, ends, path)?.into_iter().collect();
        let of_it = |edge: &&Edge| there.contains(&edge.from_id) || there.contains(&edge.to_id);
        edges.iter().filter(of_it).for_each(|edge| all.take_both(edge));
        Ok(())
    }
}

/// Those who are of a place or of any below it, in the same order; all where no place is asked for.
fn in_place(conn: &mut Conn, ids: Vec<StakeholderId>, path: Option<&str>) -> Result<Vec<StakeholderId>> {
    let Some(path) = path else { return Ok(ids) };
    let there = named::those_below(conn, &ids, path)?;
    Ok(ids.into_iter().filter(|id| there.contains(id)).collect())
}

/// The part of the graph that is asked for, within reach.
pub fn graph(conn: &mut Conn, permit: &Permit<GetRelationshipGraph>, query: &GraphQuery) -> Result<RelationshipGraph> {
    let limit = query.limit.unwrap_or(USUAL);
    let reading = Reading { permit, kind: query.kind, most: limit * EDGES_EACH };
    let directory = directory(conn)?;
    let path = match query.place_id {
        Some(place) => Some(directory.path(place).ok_or_else(|| ApiError::field("?place_id", "unknown"))?),
        None => None,
    };
    let mut all = Gathered::new(limit);
    match query.around {
        Some(start) => {
            store::find(conn, permit, start).map_err(|_| ApiError::field("?around", "unknown"))?;
            reading.around(conn, start, query.steps.unwrap_or(2), path, &mut all)?;
        }
        None => reading.of_place(conn, path, &mut all)?,
    }
    let (edges, more) = reading.between(conn, &all.nodes)?;
    let mut names = named::nodes(conn, &all.nodes)?;
    let node = |(id, kind, category, name, place): named::Node| -> Result<RelationshipNode> {
        Ok(RelationshipNode { id, kind, category, name, place: directory.place(place)? })
    };
    let nodes = all.nodes.iter().filter_map(|id| names.remove(id)).map(node).collect::<Result<Vec<_>>>()?;
    let edge = |Edge { id, kind, from_id, to_id, since }| RelationshipEdge { id, kind, from_id, to_id, since };
    Ok(RelationshipGraph { nodes, edges: edges.into_iter().map(edge).collect(), cut: all.cut || more })
}
