import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

export const Route = createFileRoute('/desk/programmes/')({
  component: lazyRouteComponent(
    () => import('@/features/programmes/ProgrammesPage'),
    'ProgrammesPage',
  ),
});
