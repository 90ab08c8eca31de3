import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

export const Route = createFileRoute('/desk/me')({
  component: lazyRouteComponent(() => import('@/features/me/MyAccountPage'), 'MyAccountPage'),
});
