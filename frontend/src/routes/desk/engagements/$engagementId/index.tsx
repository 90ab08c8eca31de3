import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

export const Route = createFileRoute('/desk/engagements/$engagementId/')({
  component: lazyRouteComponent(
    () => import('@/features/engagements/record/EngagementPage'),
    'EngagementPage',
  ),
});
