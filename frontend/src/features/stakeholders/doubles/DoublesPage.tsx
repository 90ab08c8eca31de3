import { Button, Stack, Text } from '@mantine/core';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import {
  distinguishStakeholder,
  type StakeholderPair,
  type StakeholderSummary,
} from '@/api/generated';
import {
  listStakeholderPairsInfiniteOptions,
  listStakeholderPairsQueryKey,
} from '@/api/generated/@tanstack/react-query.gen';
import { useRefresh } from '@/api/useKeepRecord';
import { paths } from '@/paths';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { itemsOf, keyset } from '@/ui/keyset';
import { Loading } from '@/ui/Loading';
import { LoadMore } from '@/ui/LoadMore';
import { ButtonLink, TextLink } from '@/ui/links';
import { useName } from '@/ui/names';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { RecordTable } from '@/ui/RecordTable';
import { StakeholdersHeader } from '../StakeholdersHeader';
import { Why } from './Why';

/** Records that may be of one person, the likeliest first. */
export function DoublesPage() {
  const { t } = useTranslation('sheets');
  const pairs = useInfiniteQuery({ ...listStakeholderPairsInfiniteOptions(), ...keyset });
  const items = itemsOf(pairs.data?.pages);
  return (
    <>
      <StakeholdersHeader lead={t('doubles.lead')} filters={{}} />
      {pairs.isPending && <Loading />}
      {pairs.isError && <ErrorState error={pairs.error} onRetry={() => pairs.refetch()} />}
      {pairs.isSuccess && items.length === 0 && (
        <EmptyState icon="check" title={t('doubles.empty')} />
      )}
      {items.length > 0 && (
        <RecordTable
          label={t('doubles.title')}
          items={items.map((pair) => ({ ...pair, id: `${pair.one.id}/${pair.other.id}` }))}
          columns={[
            { label: t('doubles.one'), show: ({ one }) => <Somebody one={one} /> },
            { label: t('doubles.other'), show: ({ other }) => <Somebody one={other} /> },
            { label: t('doubles.why'), show: (pair) => <Why {...pair} /> },
            { label: t('doubles.what_to_do'), show: (pair) => <Actions pair={pair} /> },
          ]}
        />
      )}
      <LoadMore {...pairs} />
    </>
  );
}

function Somebody({ one }: { one: StakeholderSummary }) {
  const { t } = useTranslation('stakeholders');
  const name = useName();
  return (
    <>
      <TextLink to={paths.stakeholder} params={{ stakeholderId: one.id }}>
        {one.name}
      </TextLink>
      <Text size="sm" fw={400} c="dimmed">
        {[one.position ?? t(`category.${one.category}`), name(one.place.names)].join(' · ')}
      </Text>
    </>
  );
}

function Actions({ pair }: { pair: StakeholderPair }) {
  const { t } = useTranslation('sheets');
  const { one, other, actions } = pair;
  const reload = useRefresh(listStakeholderPairsQueryKey());
  const part = useMutation({
    mutationFn: async () =>
      distinguishStakeholder({ path: { id: one.id }, body: { other_id: other.id } }),
    onSettled: () => reload(),
  });
  const both = { one: one.name, other: other.name };
  return (
    <Stack gap="xs" align="flex-start">
      <ProblemAlert error={part.error} />
      {actions.includes('merge_stakeholder') && (
        <ButtonLink
          size="sm"
          variant="default"
          to={paths.stakeholderMerge}
          params={{ stakeholderId: one.id }}
          search={{ other: other.id }}
          aria-label={t('doubles.merge_both', both)}
        >
          {t('doubles.merge')}
        </ButtonLink>
      )}
      {actions.includes('distinguish_stakeholder') && (
        <Button
          size="sm"
          variant="subtle"
          loading={part.isPending}
          aria-label={t('doubles.distinguish_both', both)}
          onClick={() => part.mutate()}
        >
          {t('doubles.distinguish')}
        </Button>
      )}
    </Stack>
  );
}
