import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';
import { stakeholderFilters } from '@/features/stakeholders/filters';

export const Route = createFileRoute('/desk/stakeholders/matrix')({
  validateSearch: stakeholderFilters,
  component: lazyRouteComponent(
    () => import('@/features/stakeholders/matrix/MatrixPage'),
    'MatrixPage',
  ),
});
