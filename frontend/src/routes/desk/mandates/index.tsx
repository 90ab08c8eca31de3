import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';
import { mandateFilters } from '@/features/mandates/filters';

export const Route = createFileRoute('/desk/mandates/')({
  validateSearch: mandateFilters,
  component: lazyRouteComponent(() => import('@/features/mandates/MandatesPage'), 'MandatesPage'),
});
