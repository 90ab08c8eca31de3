import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

export const Route = createFileRoute('/desk/accounts/$accountId/')({
  component: lazyRouteComponent(() => import('@/features/accounts/AccountPage'), 'AccountPage'),
});
