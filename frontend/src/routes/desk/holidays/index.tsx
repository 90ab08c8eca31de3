import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

export const Route = createFileRoute('/desk/holidays/')({
  validateSearch: (search): { year?: number } => ({ year: Number(search.year) || undefined }),
  component: lazyRouteComponent(() => import('@/features/holidays/HolidaysPage'), 'HolidaysPage'),
});
