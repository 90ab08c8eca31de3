import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';
import type { MailFilters } from '@/features/mail/filters';

export const Route = createFileRoute('/desk/mail')({
  // The page looks at what an address says: that weighs on nobody's first download.
  validateSearch: (search: Record<string, unknown>): MailFilters => search,
  component: deskPage('mail/MailPage'),
});
