import { createFileRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { signedIn } from '@/api/signedIn';
import { loadAllWords } from '@/i18n/setup';
import { paths } from '@/paths';

export const Route = createFileRoute('/desk')({
  beforeLoad: async ({ context, location }) => {
    const me = await signedIn(context.queryClient, location.href);
    if (me.second_factor === 'needed') {
      throw redirect({ to: paths.secondFactor, search: { next: location.href } });
    }
  },
  loader: loadAllWords,
  component: lazyRouteComponent(() => import('@/shell/DeskShell'), 'DeskShell'),
});
