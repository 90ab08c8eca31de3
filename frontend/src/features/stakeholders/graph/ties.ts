import type { RelationshipEdge } from '@/api/generated';
import type { PlacedNode } from './layout';

export interface Tie {
  edge: RelationshipEdge;
  other: PlacedNode;
  /** From which side it is told: who represents, or who is represented. */
  side: 'from' | 'to';
}

/** What somebody is to others, by their names. */
export function tiesOf(id: string, nodes: PlacedNode[], edges: RelationshipEdge[]): Tie[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return edges
    .flatMap((edge): Tie[] => {
      const side = edge.from_id === id ? 'from' : edge.to_id === id ? 'to' : undefined;
      const other = side && byId.get(side === 'from' ? edge.to_id : edge.from_id);
      return other ? [{ edge, other, side }] : [];
    })
    .sort((one, two) => one.other.name.localeCompare(two.other.name, 'ru'));
}
