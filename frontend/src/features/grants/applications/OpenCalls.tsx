import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { listPublicGrantCallsOptions } from '@/api/generated/@tanstack/react-query.gen';
import { paths } from '@/paths';
import { ErrorState } from '@/ui/ErrorState';
import { Loading } from '@/ui/Loading';
import { ButtonLink } from '@/ui/links';
import { useName } from '@/ui/names';
import { CallCard } from '../public/CallCard';
import classes from '../public/PublicCalls.module.css';

/** What can be applied to now. */
export function OpenCalls() {
  const { t } = useTranslation(['grant-applications', 'grant-calls']);
  const name = useName();
  const id = useId();
  const calls = useQuery(listPublicGrantCallsOptions({ query: { phase: 'open', limit: 100 } }));
  return (
    <Stack component="section" aria-labelledby={id} gap="sm" mb="xl">
      <Title order={2} id={id}>
        {t('grant-calls:phases.open')}
      </Title>
      {calls.isPending && <Loading />}
      {calls.isError && <ErrorState error={calls.error} onRetry={() => calls.refetch()} />}
      {calls.data?.items.length === 0 && (
        <Text c="dimmed">
          {t('grant-calls:none_open')}. {t('grant-calls:none_open_help')}
        </Text>
      )}
      <ul className={classes.calls}>
        {calls.data?.items.map((call) => (
          <CallCard key={call.id} call={call}>
            <ButtonLink
              variant="default"
              to={paths.grantApplicationNew}
              search={{ call: call.id }}
              aria-label={t('grant-applications:apply_to', { title: name(call.title) })}
            >
              {t('grant-calls:apply')}
            </ButtonLink>
          </CallCard>
        ))}
      </ul>
    </Stack>
  );
}
