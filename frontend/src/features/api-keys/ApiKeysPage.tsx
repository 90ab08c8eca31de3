import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listApiKeysInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { useMay } from '@/features/identity/useMe';
import { paths } from '@/paths';
import { EmptyList } from '@/ui/EmptyList';
import { Icon } from '@/ui/Icon';
import { KeysetList } from '@/ui/KeysetList';
import { keyset } from '@/ui/keyset';
import { ButtonLink } from '@/ui/links';
import { PageHeader } from '@/ui/PageHeader';
import { useApiKeyColumns } from './useApiKeyColumns';

export function ApiKeysPage() {
  const { t } = useTranslation('api-keys');
  const mayCreate = useMay('create_api_key');
  const keys = useInfiniteQuery({ ...listApiKeysInfiniteOptions(), ...keyset });
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          mayCreate && (
            <ButtonLink to={paths.apiKeyNew} leftSection={<Icon name="key" />}>
              {t('new')}
            </ButtonLink>
          )
        }
      />
      <KeysetList
        query={keys}
        label={t('title')}
        columns={useApiKeyColumns()}
        empty={
          <EmptyList
            filtered={false}
            icon="key"
            title={t('empty')}
            help={mayCreate && t('empty_help')}
          />
        }
      />
    </>
  );
}
