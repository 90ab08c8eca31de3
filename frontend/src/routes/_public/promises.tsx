import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

export const Route = createFileRoute('/_public/promises')({
  // The page looks at what an address says: that weighs on nobody's first download.
  validateSearch: (search: Record<string, unknown>): { site?: string } => search,
  component: lazyRouteComponent(() => import('@/features/promises/PromisesPage'), 'PromisesPage'),
});
