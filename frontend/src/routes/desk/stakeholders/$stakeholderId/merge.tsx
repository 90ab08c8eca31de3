import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';
import { idOf } from '@/ui/listSearch';

export const Route = createFileRoute('/desk/stakeholders/$stakeholderId/merge')({
  validateSearch: ({ other }: Record<string, unknown>): { other?: string } => ({
    other: idOf(other),
  }),
  component: lazyRouteComponent(
    () => import('@/features/stakeholders/doubles/MergePage'),
    'MergePage',
  ),
});
