import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { toApiProblem } from './problem';

const worthRetrying = (failures: number, error: unknown) => {
  const { status } = toApiProblem(error);
  return failures < 2 && (status === 0 || status >= 500);
};

interface Doors {
  onSignedOut: () => void;
  /** The account was given a role that needs a second factor. */
  onFactorNeeded: () => void;
}

export function createQueryClient({ onSignedOut, onFactorNeeded }: Doors) {
  const onError = (error: unknown) => {
    const { status, code } = toApiProblem(error);
    if (status === 401) onSignedOut();
    if (code === 'second_factor_needed') onFactorNeeded();
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
