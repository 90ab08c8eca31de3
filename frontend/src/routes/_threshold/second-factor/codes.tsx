import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

export const Route = createFileRoute('/_threshold/second-factor/codes')({
  component: lazyRouteComponent(
    () => import('@/features/second-factor/RenewCodesPage'),
    'RenewCodesPage',
  ),
});
