import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Filters } from '@/features/grievances/filters';

export const Route = createFileRoute('/desk/grievances/board')({
  validateSearch: (search) => search as Pick<Filters, 'state'>,
  component: lazyRouteComponent(() => import('@/features/grievances/board/BoardPage'), 'BoardPage'),
});
