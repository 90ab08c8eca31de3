import { Paper, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PublishedFocusGroup } from '@/api/generated';
import { listPublishedFocusGroupsInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { paths } from '@/paths';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { useFormats } from '@/ui/formats';
import { itemsOf, keyset } from '@/ui/keyset';
import { Loading } from '@/ui/Loading';
import { LoadMore } from '@/ui/LoadMore';
import { TextLink } from '@/ui/links';
import { useName } from '@/ui/names';
import { PageHeader } from '@/ui/PageHeader';
import { Quotes } from '../notes/NotesInWords';

/** What people said together, as far as it was published: nobody in it can be known. */
export function PublishedGroupsPage() {
  const { t } = useTranslation('focus-groups');
  const groups = useInfiniteQuery({
    ...listPublishedFocusGroupsInfiniteOptions({ query: {} }),
    ...keyset,
  });
  const items = itemsOf(groups.data?.pages);
  return (
    <>
      <PageHeader title={t('heard')} lead={t('published_lead')} />
      {groups.isPending && <Loading />}
      {groups.isError && <ErrorState error={groups.error} onRetry={() => groups.refetch()} />}
      {groups.isSuccess && items.length === 0 && (
        <EmptyState icon="chat" title={t('published_none')}>
          {t('published_none_help')}
        </EmptyState>
      )}
      <Stack gap="lg">
        {items.map((group) => (
          <Published key={group.id} group={group} />
        ))}
      </Stack>
      <LoadMore {...groups} />
    </>
  );
}

function Published({ group }: { group: PublishedFocusGroup }) {
  const { t } = useTranslation('focus-groups');
  const name = useName();
  const { month } = useFormats();
  const counts = [
    { label: t('people'), count: group.people },
    { label: t('women'), count: group.women },
    { label: t('youth'), count: group.youth },
  ].filter(({ count }) => count !== null && count !== undefined);
  const title = [
    t(`kind.${group.kind}`),
    group.district && name(group.district),
    month(group.month),
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    <Paper withBorder p="lg" component="article" aria-label={title}>
      <Stack gap="sm">
        <Title order={2} size="h3">
          {title}
        </Title>
        {counts.length > 0 && (
          <Text c="dimmed">
            {counts.map(({ label, count }) => `${label}: ${count}`).join(' · ')}
          </Text>
        )}
        {counts.length < 3 && (
          <Text size="sm" c="dimmed">
            {t('counts_hidden')}
          </Text>
        )}
        <Text>{group.summary}</Text>
        {group.impacts.length > 0 && (
          <div>
            <Text fw={600}>{t('impacts_heard')}</Text>
            <ul>
              {group.impacts.map(({ id, title: impact }) => (
                <li key={id}>
                  <TextLink to={paths.impact} params={{ impactId: id }}>
                    {impact}
                  </TextLink>
                </li>
              ))}
            </ul>
          </div>
        )}
        <Quotes quotes={group.quotes} />
      </Stack>
    </Paper>
  );
}
