import { useTranslation } from 'react-i18next';
import type { ApiKey } from '@/api/generated';
import { useFormats } from '@/ui/formats';
import { useName } from '@/ui/names';
import type { Column } from '@/ui/RecordTable';
import { StateBadge } from '@/ui/StateBadge';
import { RevokeApiKey } from './RevokeApiKey';

export function useApiKeyColumns(): [Column<ApiKey>, ...Column<ApiKey>[]] {
  const { t } = useTranslation(['api-keys', 'records']);
  const name = useName();
  const { date, dateTime } = useFormats();
  return [
    { label: t('api-keys:name'), show: (key) => key.name },
    { label: t('api-keys:organisation'), show: ({ organisation }) => name(organisation.names) },
    { label: t('api-keys:programme'), show: ({ programme }) => name(programme.names) },
    {
      label: t('api-keys:scopes'),
      show: ({ scopes }) => scopes.map((scope) => t(`api-keys:scope.${scope}.label`)).join(', '),
    },
    { label: t('api-keys:expires_on'), show: ({ expires_at }) => date(expires_at) },
    {
      label: t('api-keys:last_used'),
      show: ({ last_used_at }) => (last_used_at ? dateTime(last_used_at) : t('api-keys:never')),
    },
    {
      label: t('records:actions'),
      show: (key) => {
        if (key.actions.includes('revoke_api_key')) return <RevokeApiKey apiKey={key} />;
        return (
          key.revoked_at && (
            <StateBadge tone="stopped" icon="lock">
              {t('api-keys:revoked')}
            </StateBadge>
          )
        );
      },
    },
  ];
}
