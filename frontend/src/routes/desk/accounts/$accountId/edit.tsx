import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

export const Route = createFileRoute('/desk/accounts/$accountId/edit')({
  component: lazyRouteComponent(
    () => import('@/features/accounts/EditAccountPage'),
    'EditAccountPage',
  ),
});
