import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';
import { idOf } from '@/ui/listSearch';

export const Route = createFileRoute('/desk/mandates/new')({
  validateSearch: (search: Record<string, unknown>): { stakeholder?: string; place?: string } => ({
    stakeholder: idOf(search.stakeholder),
    place: idOf(search.place),
  }),
  component: lazyRouteComponent(
    () => import('@/features/mandates/NewMandatePage'),
    'NewMandatePage',
  ),
});
