import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SecondFactor } from '@/api/generated';
import { getSecondFactorOptions } from '@/api/generated/@tanstack/react-query.gen';
import { RemoveFactor } from '@/features/second-factor/RemoveFactor';
import { paths } from '@/paths';
import { ErrorState } from '@/ui/ErrorState';
import { useFormats } from '@/ui/formats';
import { Loading } from '@/ui/Loading';
import { ButtonLink } from '@/ui/links';
import { StateBadge } from '@/ui/StateBadge';

const few = 3;

export function MySecondFactor() {
  const { t } = useTranslation('second-factor');
  const factor = useQuery(getSecondFactorOptions());
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby="second-factor">
      <Title order={2} id="second-factor">
        {t('title')}
      </Title>
      <Text c="dimmed" mb="md">
        {t('section_help')}
      </Text>
      {factor.isPending && <Loading />}
      {factor.isError && <ErrorState error={factor.error} onRetry={() => factor.refetch()} />}
      {factor.isSuccess && <State factor={factor.data} />}
    </Paper>
  );
}

function State({ factor }: { factor: SecondFactor }) {
  const { t } = useTranslation('second-factor');
  const { date } = useFormats();
  const { confirmed_at: since, recovery_codes_left: left, actions } = factor;
  return (
    <Stack>
      <Group>
        {since ? (
          <StateBadge tone="done" icon="check">
            {t('on_since', { date: date(since) })}
          </StateBadge>
        ) : (
          <StateBadge tone="waiting" icon="lock">
            {t('off')}
          </StateBadge>
        )}
      </Group>
      {since && (
        <Text c={left <= few ? 'felt' : undefined}>{t('codes_left', { count: left })}</Text>
      )}
      <Group>
        <ButtonLink variant="default" to={paths.secondFactor}>
          {since ? t('another_phone') : t('set_up')}
        </ButtonLink>
        {actions.includes('renew_recovery_codes') && (
          <ButtonLink variant="default" to={paths.recoveryCodes}>
            {t('renew')}
          </ButtonLink>
        )}
        {actions.includes('remove_second_factor') && <RemoveFactor />}
      </Group>
    </Stack>
  );
}
