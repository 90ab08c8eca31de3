import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

export const Route = createFileRoute('/desk/focus-groups/new')({
  component: lazyRouteComponent(
    () => import('@/features/focus-groups/form/NewFocusGroupPage'),
    'NewFocusGroupPage',
  ),
});
