import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';
import { nextPage } from '@/paths';

export const Route = createFileRoute('/_threshold/second-factor/')({
  validateSearch: nextPage,
  component: lazyRouteComponent(() => import('@/features/second-factor/SetUpPage'), 'SetUpPage'),
});
