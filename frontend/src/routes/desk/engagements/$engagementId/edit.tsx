import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

export const Route = createFileRoute('/desk/engagements/$engagementId/edit')({
  component: lazyRouteComponent(
    () => import('@/features/engagements/form/EditEngagementPage'),
    'EditEngagementPage',
  ),
});
