import { expect, test } from 'vitest';
import type { RelationshipGraph } from '@/api/generated';
import { along, frameOf, type PlacedNode, placed, zoomed } from './layout';

const names = { ky: 'Барскоон', ru: 'Барскоон', en: 'Barskoon' };

const ring = (count: number): Pick<RelationshipGraph, 'nodes' | 'edges'> => ({
  nodes: Array.from({ length: count }, (_, at) => ({
    id: String(at),
    kind: 'person',
    category: 'herder',
    name: `Киши ${at}`,
    place: { id: 'p', names },
  })),
  edges: Array.from({ length: count }, (_, at) => ({
    id: `e${at}`,
    kind: 'allied_with',
    from_id: String(at),
    to_id: String((at + 1) % count),
    since: null,
  })),
});

test('five hundred are placed apart from one another, the same way each time', () => {
  const nodes = placed(ring(500));
  expect(placed(ring(500))).toEqual(nodes);
  const taken = new Set(nodes.map(({ x, y }) => `${Math.round(x / 8)} ${Math.round(y / 8)}`));
  expect(taken.size).toBeGreaterThan(480);
});

test('everybody stands within the frame, and nearer is smaller', () => {
  const nodes = placed(ring(20));
  const frame = frameOf(nodes);
  const inside = ({ x, y }: PlacedNode) =>
    x > frame.x && x < frame.x + frame.width && y > frame.y && y < frame.y + frame.height;
  expect(nodes.every(inside)).toBe(true);
  expect(zoomed(frame, 2).width).toBe(frame.width / 2);
});

test('an arrow leads along an edge, and nowhere where there is none that way', () => {
  const at = (id: string, x: number, y: number, neighbours: string[]): PlacedNode => ({
    id,
    kind: 'person',
    category: 'herder',
    name: id,
    place: { id: 'p', names },
    x,
    y,
    neighbours,
  });
  const middle = at('middle', 0, 0, ['right', 'below']);
  const others = [at('right', 50, 5, []), at('below', 5, 50, []), at('left', -9, 0, [])];
  const find = (id: string) => others.find((node) => node.id === id);
  const lead = (key: string) => along(key, middle, find)?.id;
  expect(['ArrowRight', 'ArrowDown', 'ArrowLeft', 'Enter'].map(lead)).toEqual([
    'right',
    'below',
    undefined,
    undefined,
  ]);
});
