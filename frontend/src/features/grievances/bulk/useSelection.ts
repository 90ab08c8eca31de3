import { useState } from 'react';
import type { GrievanceSummary } from '@/api/generated';

const none: ReadonlyMap<string, GrievanceSummary> = new Map();

/** The API takes no more with one intent, and nobody looks through more. */
export const mostChosen = 1000;

/** Cases chosen in the list, as they were when they were chosen. */
export function useSelection() {
  const [chosen, setChosen] = useState(none);
  const choose = (summaries: GrievanceSummary[]) =>
    setChosen((before) => {
      const after = new Map(before);
      for (const summary of summaries) if (after.size < mostChosen) after.set(summary.id, summary);
      return after;
    });
  const leave = (summaries: GrievanceSummary[]) =>
    setChosen((before) => {
      const left = new Set(summaries.map(({ id }) => id));
      return new Map([...before].filter(([id]) => !left.has(id)));
    });
  return {
    chosen: [...chosen.values()],
    has: (id: string) => chosen.has(id),
    set: (summaries: GrievanceSummary[], on: boolean) =>
      on ? choose(summaries) : leave(summaries),
    clear: () => setChosen(none),
  };
}

export type Selection = ReturnType<typeof useSelection>;
