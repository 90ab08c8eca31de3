import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

export const Route = createFileRoute('/_public/verify')({
  component: lazyRouteComponent(() => import('@/features/verify/VerifyPage'), 'VerifyPage'),
});
