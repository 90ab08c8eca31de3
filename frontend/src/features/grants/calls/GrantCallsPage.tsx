import { Box, Group, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { GrantCallSummary } from '@/api/generated';
import { listGrantCallsInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { useMay } from '@/features/identity/useMe';
import { paths } from '@/paths';
import { EmptyList } from '@/ui/EmptyList';
import { FilterSelect } from '@/ui/FilterSelect';
import { useFormats } from '@/ui/formats';
import { Icon } from '@/ui/Icon';
import { KeysetList } from '@/ui/KeysetList';
import { keyset } from '@/ui/keyset';
import { ButtonLink, TextLink } from '@/ui/links';
import { useName } from '@/ui/names';
import { PageHeader } from '@/ui/PageHeader';
import type { Column } from '@/ui/RecordTable';
import { CallPhaseBadge } from '../CallPhaseBadge';
import { useMoney } from '../useMoney';
import { phases } from '../vocabulary';
import { type GrantCallFilters, grantCallFilters, queryOf } from './filters';

const from = '/desk/grant-calls/';

/** The calls of the programme, drafts among them. */
export function GrantCallsPage() {
  const { t } = useTranslation(['grant-call-desk', 'grant-calls']);
  const filters = grantCallFilters({ ...useSearch({ from }) });
  const navigate = useNavigate({ from });
  const calls = useInfiniteQuery({
    ...listGrantCallsInfiniteOptions({ query: queryOf(filters) }),
    ...keyset,
  });
  const mayCreate = useMay('create_grant_call');
  const filter = (change: GrantCallFilters) =>
    navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  return (
    <>
      <PageHeader
        title={t('grant-call-desk:title')}
        lead={t('grant-call-desk:lead')}
        actions={
          mayCreate && (
            <ButtonLink to={paths.grantCallNew} leftSection={<Icon name="plus" />} data-no-print>
              {t('grant-call-desk:new')}
            </ButtonLink>
          )
        }
      />
      <Box component="search" mb="md" data-no-print>
        <Group align="flex-end" gap="sm">
          <FilterSelect
            label={t('grant-call-desk:phase')}
            choices={phases.map((value) => ({ value, label: t(`grant-calls:phase.${value}`) }))}
            value={filters.phase}
            onChange={(phase) => filter({ phase })}
          />
        </Group>
      </Box>
      <KeysetList
        query={calls}
        label={t('grant-call-desk:title')}
        columns={useCallColumns()}
        empty={
          <EmptyList
            filtered={Boolean(filters.phase)}
            icon="send"
            title={t('grant-call-desk:empty')}
            help={mayCreate && t('grant-call-desk:empty_help')}
          />
        }
      />
    </>
  );
}

function useCallColumns(): [Column<GrantCallSummary>, ...Column<GrantCallSummary>[]] {
  const { t } = useTranslation(['grant-call-desk', 'grant-calls']);
  const name = useName();
  const money = useMoney();
  const { dateTime } = useFormats();
  return [
    {
      label: t('grant-call-desk:title_label'),
      show: ({ id, title }) => (
        <TextLink to={paths.grantCall} params={{ callId: id }}>
          {name(title)}
        </TextLink>
      ),
    },
    {
      label: t('grant-calls:budget'),
      show: ({ budget, ceiling, currency }) => (
        <>
          {money(budget, currency)}
          <Text size="sm" c="dimmed">
            {t('grant-calls:up_to', { amount: money(ceiling, currency) })}
          </Text>
        </>
      ),
    },
    {
      label: t('grant-call-desk:period'),
      show: ({ opens_at, closes_at }) => (
        <>
          <div>{dateTime(opens_at)}</div>
          <div>{dateTime(closes_at)}</div>
        </>
      ),
    },
    {
      label: t('grant-call-desk:phase'),
      show: ({ phase }) => <CallPhaseBadge phase={phase} />,
    },
  ];
}
