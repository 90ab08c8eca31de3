import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

export const Route = createFileRoute('/desk/stakeholders/doubles')({
  component: lazyRouteComponent(
    () => import('@/features/stakeholders/doubles/DoublesPage'),
    'DoublesPage',
  ),
});
