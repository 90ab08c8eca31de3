import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';
import { nextPage } from '@/paths';

export const Route = createFileRoute('/_public/sign-in')({
  validateSearch: nextPage,
  component: lazyRouteComponent(() => import('@/features/identity/SignInPage'), 'SignInPage'),
});
