import { NativeSelect, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { DuplicateDecision, ImportDuplicate } from '@/api/generated';
import { listStakeholderImportDuplicatesInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { paths } from '@/paths';
import { ChoiceList } from '@/ui/ChoiceList';
import { ErrorState } from '@/ui/ErrorState';
import { itemsOf, keyset } from '@/ui/keyset';
import { Loading } from '@/ui/Loading';
import { LoadMore } from '@/ui/LoadMore';
import { TextLink } from '@/ui/links';
import { useName } from '@/ui/names';
import { RecordTable } from '@/ui/RecordTable';
import { Why } from '../doubles/Why';
import { decisions } from './steps';

interface Props {
  id: string;
  all: DuplicateDecision;
  each: Record<number, DuplicateDecision>;
  onAll: (decision: DuplicateDecision) => void;
  onEach: (row: number, decision: DuplicateDecision | undefined) => void;
}

/** Rows that may be somebody who is known: decided about together, and one by one. */
export function Duplicates({ id, all, each, onAll, onEach }: Props) {
  const { t } = useTranslation('sheets');
  const titleId = useId();
  const found = useInfiniteQuery({
    ...listStakeholderImportDuplicatesInfiniteOptions({ path: { id } }),
    ...keyset,
    initialPageParam: { path: { id } },
  });
  return (
    <Stack component="section" gap="sm" aria-labelledby={titleId}>
      <Title order={3} id={titleId}>
        {t('import.duplicates')}
      </Title>
      <Text>{t('import.duplicates_help')}</Text>
      <ChoiceList
        labelledBy={titleId}
        value={all}
        onChange={onAll}
        choices={decisions.map((value) => ({
          value,
          label: t(`import.decision.${value}`),
          help: t(`import.decision.${value}_help`),
        }))}
      />
      {found.isPending && <Loading />}
      {found.isError && <ErrorState error={found.error} onRetry={() => found.refetch()} />}
      <RecordTable
        label={t('import.duplicates')}
        items={itemsOf(found.data?.pages).map((one) => ({ ...one, id: String(one.row) }))}
        columns={[
          {
            label: t('import.in_table'),
            show: ({ row, name }) => (
              <>
                {name}
                <Text size="sm" fw={400} c="dimmed">
                  {t('import.row', { row })}
                </Text>
              </>
            ),
          },
          { label: t('import.in_register'), show: (one) => <Known one={one} /> },
          { label: t('doubles.why'), show: (one) => <Why {...one} /> },
          {
            label: t('import.decision_label'),
            show: ({ row }) => (
              <NativeSelect
                aria-label={t('import.decide_row', { row })}
                value={each[row] ?? ''}
                data={[
                  { value: '', label: t('import.as_all') },
                  ...decisions.map((value) => ({ value, label: t(`import.decision.${value}`) })),
                ]}
                onChange={({ currentTarget }) =>
                  onEach(
                    row,
                    decisions.find((one) => one === currentTarget.value),
                  )
                }
              />
            ),
          },
        ]}
      />
      <LoadMore {...found} />
    </Stack>
  );
}

function Known({ one }: { one: ImportDuplicate }) {
  const { t } = useTranslation('sheets');
  const name = useName();
  if (one.same_as_row) return t('import.same_as_row', { row: one.same_as_row });
  if (!one.known) return t('import.gone');
  return (
    <>
      <TextLink to={paths.stakeholder} params={{ stakeholderId: one.known.id }} target="_blank">
        {one.known.name}
      </TextLink>
      <Text size="sm" c="dimmed">
        {name(one.known.place.names)}
      </Text>
    </>
  );
}
