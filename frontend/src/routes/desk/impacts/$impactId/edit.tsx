import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

export const Route = createFileRoute('/desk/impacts/$impactId/edit')({
  component: lazyRouteComponent(
    () => import('@/features/impacts/form/EditImpactPage'),
    'EditImpactPage',
  ),
});
