import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

export const Route = createFileRoute('/desk/impacts/$impactId/')({
  component: lazyRouteComponent(() => import('@/features/impacts/record/ImpactPage'), 'ImpactPage'),
});
