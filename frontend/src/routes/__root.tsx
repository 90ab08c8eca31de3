import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, Outlet } from '@tanstack/react-router';
import { RouteProblem } from '@/shell/RouteProblem';
import { UnknownPage } from '@/shell/UnknownPage';

export interface RouterContext {
  queryClient: QueryClient;
}

export const Route = createRootRouteWithContext<RouterContext>()({
  component: Outlet,
  errorComponent: RouteProblem,
  notFoundComponent: UnknownPage,
});
