import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

export const Route = createFileRoute('/desk/programmes/$programmeId/')({
  component: lazyRouteComponent(
    () => import('@/features/programmes/ProgrammePage'),
    'ProgrammePage',
  ),
});
