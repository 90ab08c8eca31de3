import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';
import { accountFilters } from '@/features/accounts/filters';

export const Route = createFileRoute('/desk/accounts/')({
  validateSearch: accountFilters,
  component: lazyRouteComponent(() => import('@/features/accounts/AccountsPage'), 'AccountsPage'),
});
