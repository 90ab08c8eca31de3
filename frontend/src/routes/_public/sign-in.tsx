import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';
import { localPath } from '@/paths';

export const Route = createFileRoute('/_public/sign-in')({
  validateSearch: ({ next }: Record<string, unknown>): { next?: string } => ({
    next: localPath(next),
  }),
  component: lazyRouteComponent(() => import('@/features/identity/SignInPage'), 'SignInPage'),
});
