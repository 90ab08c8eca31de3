import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { NewApiKeySecret } from '@/api/generated';
import { paths } from '@/paths';
import { CopyOnce } from '@/ui/CopyOnce';
import { ButtonLink } from '@/ui/links';
import { PageHeader } from '@/ui/PageHeader';

export function ApiKeySecret({ made }: { made: NewApiKeySecret }) {
  const { t } = useTranslation('api-keys');
  return (
    <Stack maw={680}>
      <PageHeader title={t('made_title')} lead={made.name} />
      <CopyOnce label={t('secret')} secret={made.secret} />
      <Text>{t('secret_once')}</Text>
      <Group>
        <ButtonLink variant="default" to={paths.apiKeys}>
          {t('to_list')}
        </ButtonLink>
      </Group>
    </Stack>
  );
}
