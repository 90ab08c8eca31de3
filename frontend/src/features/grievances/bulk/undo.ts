import type { Assigned, CaseOutcome, GrievanceSummary } from '@/api/generated';

const ownerBefore = (summary: GrievanceSummary) =>
  (summary.audience === 'staff' && summary.owner?.id) || null;

/** What gives the cases back to who had them, as they are after having been given away. */
export function undoing(before: GrievanceSummary[], answers: CaseOutcome[]): Assigned[] {
  const versions = new Map(answers.map(({ id, version }) => [id, version]));
  return before.flatMap((summary) => {
    const version = versions.get(summary.id);
    return version ? [{ id: summary.id, version, owner_id: ownerBefore(summary) }] : [];
  });
}
