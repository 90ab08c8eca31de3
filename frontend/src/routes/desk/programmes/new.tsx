import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

export const Route = createFileRoute('/desk/programmes/new')({
  component: lazyRouteComponent(
    () => import('@/features/programmes/NewProgrammePage'),
    'NewProgrammePage',
  ),
});
