import { useQueryClient } from '@tanstack/react-query';
import type { Session } from '@/api/generated/public';
import { getMeQueryKey } from '@/api/generated/public/@tanstack/react-query.gen';
import { keepSession } from '@/api/session';
import { chooseLanguage } from '@/i18n/setup';

/** Begins a session in this tab, in the language of the account. */
export function useSignedIn() {
  const queryClient = useQueryClient();
  return async (session: Session) => {
    keepSession(session);
    queryClient.setQueryData(getMeQueryKey(), session.account);
    await chooseLanguage(session.account.language);
  };
}
