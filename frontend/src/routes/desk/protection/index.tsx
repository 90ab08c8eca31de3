import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

export const Route = createFileRoute('/desk/protection/')({
  component: lazyRouteComponent(
    () => import('@/features/protection/ProtectionPage'),
    'ProtectionPage',
  ),
});
