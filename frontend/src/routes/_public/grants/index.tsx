import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

export const Route = createFileRoute('/_public/grants/')({
  component: lazyRouteComponent(
    () => import('@/features/grants/public/PublicCallsPage'),
    'PublicCallsPage',
  ),
});
