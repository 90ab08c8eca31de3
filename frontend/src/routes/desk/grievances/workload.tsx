import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

export const Route = createFileRoute('/desk/grievances/workload')({
  component: lazyRouteComponent(() => import('@/features/workload/WorkloadPage'), 'WorkloadPage'),
});
