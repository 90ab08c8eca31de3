import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

export const Route = createFileRoute('/desk/invitations/new')({
  component: lazyRouteComponent(
    () => import('@/features/invitations/NewInvitationPage'),
    'NewInvitationPage',
  ),
});
