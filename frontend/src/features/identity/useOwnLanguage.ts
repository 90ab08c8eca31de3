import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Language } from '@/api/generated/public';
import { getMeQueryKey, updateMeMutation } from '@/api/generated/public/@tanstack/react-query.gen';
import { ifMatch } from '@/api/headers';
import { chooseLanguage } from '@/i18n/setup';
import { useMe } from './useMe';

/** Chooses a language here at once, and keeps it with the account for the next device. */
export function useOwnLanguage() {
  const me = useMe();
  const queryClient = useQueryClient();
  const update = useMutation({
    ...updateMeMutation(),
    onSuccess: (updated) => queryClient.setQueryData(getMeQueryKey(), updated),
  });
  return async (language: Language) => {
    await chooseLanguage(language);
    update.mutate({ headers: ifMatch(me), body: { language } });
  };
}
