import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

export const Route = createFileRoute('/desk/programmes/$programmeId/edit')({
  component: lazyRouteComponent(
    () => import('@/features/programmes/EditProgrammePage'),
    'EditProgrammePage',
  ),
});
