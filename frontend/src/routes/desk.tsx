import { createFileRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { getMeOptions } from '@/api/generated/public/@tanstack/react-query.gen';
import { toApiProblem } from '@/api/problem';
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
