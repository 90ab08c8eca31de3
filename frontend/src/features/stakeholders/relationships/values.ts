import type { RelationshipKind } from '@/api/generated';
import { relationshipKinds } from '../graph/filters';
import { isDirected } from '../graph/GraphEdge';

type Side = 'from' | 'to';

export interface RelationshipValues extends Record<string, unknown> {
  /** A kind and the side from which it is told: `represents to` is "is represented by". */
  choice: string;
  other: string | null;
  since: string | null;
  note: string;
  source: string;
}

export const noRelationship: RelationshipValues = {
  choice: 'represents from',
  other: null,
  since: null,
  note: '',
  source: '',
};

/** What one can say; what is the same from both sides is offered once. */
export const choices: { kind: RelationshipKind; side: Side }[] = relationshipKinds.flatMap((kind) =>
  (isDirected(kind) ? (['from', 'to'] as const) : (['from'] as const)).map((side) => ({
    kind,
    side,
  })),
);

const filled = (text: string) => text.trim() || null;

export function relationshipBody(of: string, values: RelationshipValues) {
  const [kind, side] = values.choice.split(' ');
  const [from_id, to_id] = side === 'to' ? [values.other, of] : [of, values.other];
  return {
    kind,
    from_id,
    to_id,
    since: values.since,
    note: filled(values.note),
    source: filled(values.source),
  };
}
