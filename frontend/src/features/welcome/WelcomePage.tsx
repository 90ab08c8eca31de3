import { Group, Stack, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { intakeQuery } from '@/features/intake/intakeQuery';
import { paths } from '@/paths';
import { ButtonLink, TextLink } from '@/ui/links';
import { useDocumentTitle } from '@/ui/useDocumentTitle';
import { Steps } from './Steps';
import { Trust } from './Trust';

export function WelcomePage() {
  const { t } = useTranslation(['welcome', 'common']);
  useDocumentTitle(t('common:product'));
  const queryClient = useQueryClient();
  // Whoever saw this page once can fill in the form later without a network.
  useEffect(() => {
    queryClient.prefetchQuery(intakeQuery);
  }, [queryClient]);
  return (
    <Stack gap={56}>
      <Stack gap="md" maw={720} pt="lg">
        <Title order={1} fz={{ base: '1.85rem', sm: '2.5rem' }} lh={1.15}>
          {t('title')}
        </Title>
        <Text size="lg" maw={620}>
          {t('lead')}
        </Text>
        <Group mt="sm">
          <ButtonLink to={paths.raise} size="lg">
            {t('raise')}
          </ButtonLink>
          <ButtonLink to={paths.myCase} size="lg" variant="default">
            {t('follow')}
          </ButtonLink>
        </Group>
      </Stack>
      <Steps />
      <Trust />
      <Stack gap="sm" align="flex-start">
        <TextLink to={paths.promises}>{t('promises')}</TextLink>
        <TextLink to={paths.grants}>{t('grants')}</TextLink>
      </Stack>
    </Stack>
  );
}
