import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

export const Route = createFileRoute('/desk/grievances/call')({
  component: lazyRouteComponent(() => import('@/features/grievances/record/pages'), 'CallPage'),
});
