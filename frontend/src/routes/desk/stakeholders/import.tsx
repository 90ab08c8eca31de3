import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';
import { idOf } from '@/ui/listSearch';

export const Route = createFileRoute('/desk/stakeholders/import')({
  validateSearch: ({ id }: Record<string, unknown>): { id?: string } => ({ id: idOf(id) }),
  component: lazyRouteComponent(
    () => import('@/features/stakeholders/import/ImportPage'),
    'ImportPage',
  ),
});
