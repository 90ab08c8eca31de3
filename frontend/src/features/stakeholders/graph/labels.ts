import type { PlacedNode } from './layout';

/** Letters of a name that the drawing has room for. */
const longest = 26;

export const shortName = (name: string) =>
  name.length > longest ? `${name.slice(0, longest)}…` : name;

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const meets = (one: Box, other: Box) =>
  one.left < other.right &&
  other.left < one.right &&
  one.top < other.bottom &&
  other.top < one.bottom;

/**
 * Whose names are written: those that matter most first, and no name over another. `unit` is how much of the drawing a pixel
 * of the screen is.
 */
export function named(nodes: PlacedNode[], first: ReadonlySet<string>, unit: number): Set<string> {
  const ordered = nodes.toSorted(
    (one, other) =>
      Number(first.has(other.id)) - Number(first.has(one.id)) ||
      other.neighbours.length - one.neighbours.length,
  );
  const taken: Box[] = [];
  const written = new Set<string>();
  for (const { id, name, x, y } of ordered) {
    const half = shortName(name).length * 3.7 * unit;
    const box = { left: x - half, right: x + half, top: y + 8 * unit, bottom: y + 26 * unit };
    if (taken.some((other) => meets(box, other))) continue;
    taken.push(box);
    written.add(id);
  }
  return written;
}
