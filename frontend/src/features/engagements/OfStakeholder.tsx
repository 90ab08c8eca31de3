import { Group, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { listEngagementsInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { useMay } from '@/features/identity/useMe';
import { paths } from '@/paths';
import { ErrorState } from '@/ui/ErrorState';
import { useFormats } from '@/ui/formats';
import { itemsOf, keyset } from '@/ui/keyset';
import { Loading } from '@/ui/Loading';
import { LoadMore } from '@/ui/LoadMore';
import { ButtonLink, TextLink } from '@/ui/links';
import classes from '../stakeholders/record/HistorySection.module.css';
import { FollowUpBadge } from './FollowUpBadge';

/** The contacts with a stakeholder, the latest first, on the stakeholder's own page. */
export function OfStakeholder({ id }: { id: string }) {
  const { t } = useTranslation('engagements');
  const { date } = useFormats();
  const titleId = useId();
  const mayCreate = useMay('create_engagement');
  const query = { stakeholder_id: id, limit: 5 };
  const log = useInfiniteQuery({ ...listEngagementsInfiniteOptions({ query }), ...keyset });
  const items = itemsOf(log.data?.pages);
  return (
    <section aria-labelledby={titleId} className={classes.section}>
      <Title order={2} id={titleId} size="h3" mb="sm">
        {t('title')}
      </Title>
      {log.isPending && <Loading />}
      {log.isError && <ErrorState error={log.error} onRetry={() => log.refetch()} />}
      {log.isSuccess && items.length === 0 && (
        <Text c="dimmed" mb="sm">
          {t('none_with')}
        </Text>
      )}
      <ol className={classes.events}>
        {items.map(({ id: engagementId, day, channel, summary, by, follow_up }) => (
          <li key={engagementId} className={classes.event}>
            <TextLink to={paths.engagement} params={{ engagementId }}>
              {t('of_day', { channel: t(`channel.${channel}`), day: date(day) })}
            </TextLink>
            <Text lineClamp={3}>{summary}</Text>
            <Group gap="xs">
              <Text size="sm" c="dimmed">
                {by.name}
              </Text>
              {follow_up && <FollowUpBadge standing={follow_up.standing} />}
            </Group>
          </li>
        ))}
      </ol>
      <LoadMore {...log} />
      {mayCreate && (
        <Group mt="sm" data-no-print>
          <ButtonLink variant="default" to={paths.engagementNew} search={{ stakeholder: id }}>
            {t('new')}
          </ButtonLink>
        </Group>
      )}
    </section>
  );
}
