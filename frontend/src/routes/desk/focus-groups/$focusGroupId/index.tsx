import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

export const Route = createFileRoute('/desk/focus-groups/$focusGroupId/')({
  component: lazyRouteComponent(
    () => import('@/features/focus-groups/record/FocusGroupPage'),
    'FocusGroupPage',
  ),
});
