import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

export const Route = createFileRoute('/desk/api-keys/new')({
  component: lazyRouteComponent(() => import('@/features/api-keys/NewApiKeyPage'), 'NewApiKeyPage'),
});
