import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

export const Route = createFileRoute('/desk/impacts/new')({
  component: lazyRouteComponent(
    () => import('@/features/impacts/form/NewImpactPage'),
    'NewImpactPage',
  ),
});
