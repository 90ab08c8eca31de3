import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

export const Route = createFileRoute('/desk/grievances/record')({
  component: lazyRouteComponent(() => import('@/features/grievances/record/pages'), 'RecordPage'),
});
