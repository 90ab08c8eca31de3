import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';
import { idOf } from '@/features/impacts/filters';

export const Route = createFileRoute('/desk/impacts/here')({
  validateSearch: (search: Record<string, unknown>): { place?: string; site?: string } => ({
    place: idOf(search.place),
    site: idOf(search.site),
  }),
  component: lazyRouteComponent(() => import('@/features/impacts/figures/HerePage'), 'HerePage'),
});
