import { expect, test } from 'vitest';
import { named, shortName } from './labels';
import type { PlacedNode } from './layout';

const at = (id: string, x: number, neighbours: number): PlacedNode => ({
  id,
  kind: 'person',
  category: 'herder',
  name: `Киши ${id}`,
  place: { id: 'p', names: { ky: 'Тоң', ru: 'Тон', en: 'Ton' } },
  x,
  y: 0,
  neighbours: Array.from({ length: neighbours }, (_, number) => String(number)),
});

test('no name is written over another; who is bound to more, or chosen, comes first', () => {
  const nodes = [at('a', 0, 1), at('b', 10, 5), at('c', 400, 0)];
  expect([...named(nodes, new Set(), 1)].sort()).toEqual(['b', 'c']);
  expect([...named(nodes, new Set(['a']), 1)].sort()).toEqual(['a', 'c']);
  // From nearer there is room for all.
  expect(named(nodes, new Set(), 0.1).size).toBe(3);
});

test('a long name is cut', () => {
  expect(shortName('Барскоон айыл аймагынын жайыт комитети')).toMatch(/…$/);
});
