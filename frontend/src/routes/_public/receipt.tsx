import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';

export const Route = createFileRoute('/_public/receipt')({
  component: lazyRouteComponent(() => import('@/features/intake/ReceiptPage'), 'ReceiptPage'),
});
