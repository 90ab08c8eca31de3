import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ApiKey } from '@/api/generated';
import {
  listApiKeysQueryKey,
  revokeApiKeyMutation,
} from '@/api/generated/@tanstack/react-query.gen';
import { ifMatch } from '@/api/headers';
import { ConfirmedButton } from '@/ui/ConfirmedButton';
import { useSavedNotice } from '@/ui/useSavedNotice';

export function RevokeApiKey({ apiKey }: { apiKey: ApiKey }) {
  const { t } = useTranslation('api-keys');
  const { id, name } = apiKey;
  const queryClient = useQueryClient();
  const notice = useSavedNotice();
  const revoke = useMutation({
    ...revokeApiKeyMutation(),
    onSuccess: () => notice(t('was_revoked')),
    onSettled: () => queryClient.invalidateQueries({ queryKey: listApiKeysQueryKey() }),
  });
  return (
    <ConfirmedButton
      label={t('revoke')}
      fullLabel={t('revoke_named', { name })}
      title={t('revoke_title', { name })}
      consequences={t('revoke_consequences')}
      mutation={revoke}
      onConfirm={() => revoke.mutate({ path: { id }, headers: ifMatch(apiKey) })}
    />
  );
}
