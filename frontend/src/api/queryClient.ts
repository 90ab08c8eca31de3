import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { toApiProblem } from './problem';

const worthRetrying = (failures: number, error: unknown) => {
  const { status } = toApiProblem(error);
  return failures < 2 && (status === 0 || status >= 500);
};

export function createQueryClient(onSignedOut: () => void) {
  const onError = (error: unknown) => {
    if (toApiProblem(error).status === 401) onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: { retry: worthRetrying, staleTime: 30_000, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  });
}
