import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

export const Route = createFileRoute('/desk/mandates/$mandateId')({
  component: lazyRouteComponent(
    () => import('@/features/mandates/record/MandatePage'),
    'MandatePage',
  ),
});
