import type { GetRelationshipGraphData, RelationshipKind } from '@/api/generated';
import { idOf, oneOf } from '@/ui/listSearch';

/** Named here: the checker's own lists would weigh on everybody's first download. */
export const relationshipKinds: readonly RelationshipKind[] = [
  'represents',
  'employed_by',
  'contracts_with',
  'family_of',
  'in_dispute_with',
  'allied_with',
];

export const steps = [1, 2, 3, 4] as const;

export interface GraphFilters {
  around?: string;
  steps?: number;
  kind?: RelationshipKind;
  place?: string;
}

/** A link somebody typed or shortened still opens the graph: what can't be understood is left out. */
export const graphFilters = (search: Record<string, unknown>): GraphFilters => ({
  around: idOf(search.around),
  steps: steps.find((step) => step === Number(search.steps)),
  kind: oneOf(relationshipKinds, search.kind),
  place: idOf(search.place),
});

export const graphQuery = ({
  around,
  steps: far,
  kind,
  place,
}: GraphFilters): NonNullable<GetRelationshipGraphData['query']> => ({
  around,
  steps: around ? far : undefined,
  kind,
  place_id: place,
  limit: 500,
});
