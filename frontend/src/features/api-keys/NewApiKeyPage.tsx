import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createApiKey, type NewApiKeySecret } from '@/api/generated';
import { listApiKeysQueryKey } from '@/api/generated/@tanstack/react-query.gen';
import { zNewApiKey } from '@/api/generated/zod.gen';
import { useRefresh } from '@/api/useKeepRecord';
import { paths } from '@/paths';
import { NewRecord } from '@/ui/forms/NewRecord';
import { TextLink } from '@/ui/links';
import { ApiKeyFields } from './ApiKeyFields';
import { ApiKeySecret } from './ApiKeySecret';
import { noKey } from './values';

export function NewApiKeyPage() {
  const { t } = useTranslation('api-keys');
  const navigate = useNavigate();
  const refresh = useRefresh(listApiKeysQueryKey());
  const [made, setMade] = useState<NewApiKeySecret>();
  if (made) return <ApiKeySecret made={made} />;
  return (
    <NewRecord
      title={t('new')}
      back={<TextLink to={paths.apiKeys}>{t('title')}</TextLink>}
      labels={{
        name: t('name'),
        organisation_id: t('organisation'),
        programme_id: t('programme'),
        scopes: t('scopes'),
        expires_at: t('expires_on'),
      }}
      submitLabel={t('make')}
      schema={zNewApiKey}
      initial={noKey}
      create={(request) => createApiKey(request)}
      onSaved={(key) => {
        setMade(key);
        void refresh();
      }}
      onCancel={() => navigate({ to: paths.apiKeys })}
    >
      {(form) => <ApiKeyFields form={form} />}
    </NewRecord>
  );
}
