import { createFileRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { toApiProblem } from '@/api/problem';
import { getMeOptions } from '@/api/public/@tanstack/react-query.gen';
import { paths } from '@/paths';

export const Route = createFileRoute('/desk')({
  beforeLoad: async ({ context, location }) => {
    try {
      await context.queryClient.ensureQueryData(getMeOptions());
    } catch (error) {
      if (toApiProblem(error).status !== 401) throw error;
      throw redirect({ to: paths.signIn, search: { next: location.href } });
    }
  },
  component: lazyRouteComponent(() => import('@/shell/DeskShell'), 'DeskShell'),
});
