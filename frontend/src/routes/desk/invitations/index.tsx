import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

export const Route = createFileRoute('/desk/invitations/')({
  component: lazyRouteComponent(
    () => import('@/features/invitations/InvitationsPage'),
    'InvitationsPage',
  ),
});
