import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

export const Route = createFileRoute('/desk/focus-groups/$focusGroupId/$part')({
  component: lazyRouteComponent(
    () => import('@/features/focus-groups/FocusGroupPart'),
    'FocusGroupPart',
  ),
});
