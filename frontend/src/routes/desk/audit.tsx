import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';
import { auditFilters } from '@/features/audit/filters';

export const Route = createFileRoute('/desk/audit')({
  validateSearch: auditFilters,
  component: lazyRouteComponent(() => import('@/features/audit/AuditPage'), 'AuditPage'),
});
