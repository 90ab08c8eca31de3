import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

export const Route = createFileRoute('/desk/letters/$letterId/edit')({
  component: lazyRouteComponent(
    () => import('@/features/letters/EditLetterPage'),
    'EditLetterPage',
  ),
});
