import type { ListAuditEntriesData } from '@/api/generated';
import { words } from '@/ui/listSearch';

export interface AuditFilters {
  actor?: string;
  operation?: string;
  kind?: string;
  subject?: string;
  from?: string;
  to?: string;
}

const day = (value: unknown) =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? value : undefined;

export const auditFilters = (search: Record<string, unknown>): AuditFilters => ({
  actor: words(search.actor),
  operation: words(search.operation),
  kind: words(search.kind),
  subject: words(search.subject),
  from: day(search.from),
  to: day(search.to),
});

/** As the API calls them. */
export const queryOf = (filters: AuditFilters): ListAuditEntriesData['query'] => ({
  actor_id: filters.actor,
  operation: filters.operation,
  subject_kind: filters.kind,
  subject_id: filters.subject,
  from: filters.from,
  to: filters.to,
});
