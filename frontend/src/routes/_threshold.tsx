import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedIn } from '@/api/signedIn';

export const Route = createFileRoute('/_threshold')({
  beforeLoad: async ({ context, location }) => {
    await signedIn(context.queryClient, location.href);
  },
  component: lazyRouteComponent(() => import('@/shell/ThresholdShell'), 'ThresholdShell'),
});
