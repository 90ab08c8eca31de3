import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';
import { auditFilters } from '@/features/audit/filters';

export const Route = createFileRoute('/desk/audit')({
  validateSearch: auditFilters,
  component: deskPage('audit/AuditPage'),
});
