import type { BulkOutcome, CaseOutcome } from '@/api/generated';
import { newIdempotencyKey } from '@/api/headers';

/** Cases that one call takes: few enough that the progress is seen to move. */
export const partSize = 50;

/** Some of the cases, under a key of their own: sent again after a lost answer, they are moved once. */
export interface Part<Case> {
  key: string;
  cases: Case[];
  /** What came of them, once they were answered for. */
  items?: CaseOutcome[];
}

export const partsOf = <Case>(cases: Case[]): Part<Case>[] =>
  Array.from({ length: Math.ceil(cases.length / partSize) }, (_, part) => ({
    key: newIdempotencyKey(),
    cases: cases.slice(part * partSize, (part + 1) * partSize),
  }));

export const answersOf = <Case>(parts: Part<Case>[]): CaseOutcome[] =>
  parts.flatMap(({ items }) => items ?? []);

export const countOf = <Case>(parts: Part<Case>[]): number =>
  parts.reduce((count, { cases }) => count + cases.length, 0);

/** Sends the parts that have no answer yet, one after the other; `onAnswer` hears of each. */
export async function sendParts<Case>(
  parts: Part<Case>[],
  send: (cases: Case[], key: string) => Promise<BulkOutcome>,
  onAnswer: (parts: Part<Case>[]) => void,
) {
  let all = parts;
  for (const [index, part] of parts.entries()) {
    if (part.items) continue;
    const { items } = await send(part.cases, part.key);
    all = all.with(index, { ...part, items });
    onAnswer(all);
  }
}
