import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

export const Route = createFileRoute('/_public/invitation')({
  component: lazyRouteComponent(
    () => import('@/features/identity/InvitationPage'),
    'InvitationPage',
  ),
});
