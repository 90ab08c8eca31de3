import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';
import { accountFilters } from '@/features/accounts/filters';

export const Route = createFileRoute('/desk/accounts/')({
  validateSearch: accountFilters,
  component: deskPage('accounts/AccountsPage'),
});
