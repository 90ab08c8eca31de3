import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force';
import type { RelationshipGraph, RelationshipNode } from '@/api/generated';

export interface PlacedNode extends RelationshipNode {
  x: number;
  y: number;
  /** Those whom it is bound to. */
  neighbours: string[];
}

interface Point extends SimulationNodeDatum {
  id: string;
}

/** Enough for five hundred to come apart, in well under a second. */
const rounds = 220;

/** Places everybody so that who is bound to another stands near: the same graph the same way each time. */
export function placed({ nodes, edges }: Pick<RelationshipGraph, 'nodes' | 'edges'>): PlacedNode[] {
  const points: Point[] = nodes.map(({ id }) => ({ id }));
  const links = edges.map(({ from_id, to_id }) => ({ source: from_id, target: to_id }));
  forceSimulation(points)
    .force(
      'link',
      forceLink<Point, { source: string; target: string }>(links)
        .id(({ id }) => id)
        .distance(70),
    )
    .force('apart', forceManyBody().strength(-160).distanceMax(420))
    .force('room', forceCollide(18))
    // Parts that nothing binds would drift away.
    .force('x', forceX().strength(0.06))
    .force('y', forceY().strength(0.08))
    .stop()
    .tick(rounds);
  const bound = neighboursOf(edges);
  return nodes.map((node, at) => ({
    ...node,
    x: Math.round(points[at]?.x ?? 0),
    y: Math.round(points[at]?.y ?? 0),
    neighbours: [...(bound.get(node.id) ?? [])],
  }));
}

function neighboursOf(edges: RelationshipGraph['edges']): Map<string, Set<string>> {
  const bound = new Map<string, Set<string>>();
  const bind = (one: string, other: string) =>
    bound.set(one, (bound.get(one) ?? new Set()).add(other));
  for (const { from_id, to_id } of edges) {
    bind(from_id, to_id);
    bind(to_id, from_id);
  }
  return bound;
}

export interface Frame {
  x: number;
  y: number;
  width: number;
  height: number;
}

const margin = 60;

/** What holds them all. */
export function frameOf(nodes: Pick<PlacedNode, 'x' | 'y'>[]): Frame {
  const xs = nodes.map(({ x }) => x);
  const ys = nodes.map(({ y }) => y);
  const [left, right] = [Math.min(0, ...xs) - margin, Math.max(0, ...xs) + margin];
  const [top, bottom] = [Math.min(0, ...ys) - margin, Math.max(0, ...ys) + margin];
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** The same frame, drawn nearer (above 1) or farther, around a point or its own middle. */
export function zoomed(frame: Frame, by: number, at?: { x: number; y: number }): Frame {
  const middle = at ?? { x: frame.x + frame.width / 2, y: frame.y + frame.height / 2 };
  const [width, height] = [frame.width / by, frame.height / by];
  return { x: middle.x - width / 2, y: middle.y - height / 2, width, height };
}

const directions: Record<string, [number, number]> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

/** Along which edge an arrow leads: to whom it is bound that lies most that way, if anybody does. */
export function along(
  key: string,
  from: PlacedNode,
  find: (id: string) => PlacedNode | undefined,
): PlacedNode | undefined {
  const direction = directions[key];
  if (!direction) return undefined;
  const [dx, dy] = direction;
  const towards = (node: PlacedNode) => {
    const [x, y] = [node.x - from.x, node.y - from.y];
    return (x * dx + y * dy) / (Math.hypot(x, y) || 1);
  };
  return from.neighbours
    .flatMap((id) => find(id) ?? [])
    .filter((node) => towards(node) > 0.3)
    .sort((one, other) => towards(other) - towards(one))[0];
}
