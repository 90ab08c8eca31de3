import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { logOut } from '@/api/generated/public';
import { forgetSession, requestedByApp } from '@/api/session';
import { paths } from '@/paths';

export function useSignOut() {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  return async () => {
    try {
      await logOut({ headers: requestedByApp });
    } finally {
      forgetSession();
      await navigate({ to: paths.signIn });
      queryClient.clear();
    }
  };
}
