import { List, Text } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StakeholderSummary } from '@/api/generated';
import { useMay } from '@/features/identity/useMe';
import { EmptyList } from '@/ui/EmptyList';
import { ErrorState } from '@/ui/ErrorState';
import { Loading } from '@/ui/Loading';
import { type StakeholderFilters as Filters, isNarrowed, stakeholderFilters } from '../filters';
import { StakeholderFilters } from '../list/StakeholderFilters';
import { ReassessDialog } from '../record/ReassessDialog';
import { StakeholdersHeader } from '../StakeholdersHeader';
import { Matrix } from './Matrix';
import type { Spot } from './placing';
import { useMatrix } from './useMatrix';

const from = '/desk/stakeholders/matrix';

/** Who can move much and whom it concerns much: whom to talk to first. */
export function MatrixPage() {
  const { t } = useTranslation('stakeholders');
  const filters = stakeholderFilters({ ...useSearch({ from }) });
  const navigate = useNavigate({ from });
  const { found, items, isCut } = useMatrix(filters);
  const mayMove = useMay('reassess_stakeholder');
  const [placed, setPlaced] = useState<{ item: StakeholderSummary; spot: Spot }>();
  const filter = (change: Filters) =>
    navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  return (
    <>
      <StakeholdersHeader lead={t('matrix.lead')} filters={filters} />
      <StakeholderFilters
        unordered
        filters={filters}
        onChange={filter}
        onClear={() => navigate({ search: {}, replace: true })}
      />
      {found.isPending && <Loading />}
      {found.isError && <ErrorState error={found.error} onRetry={() => found.refetch()} />}
      {found.isSuccess && items.length === 0 && (
        <EmptyList
          filtered={isNarrowed(filters)}
          icon="handshake"
          title={t('matrix.empty')}
          help={t('matrix.empty_help')}
        />
      )}
      {items.length > 0 && (
        <>
          <List size="sm" mb="sm">
            {mayMove && <List.Item>{t('matrix.how')}</List.Item>}
            <List.Item>{t('matrix.legend')}</List.Item>
          </List>
          {isCut && <Text mb="sm">{t('matrix.cut', { shown: items.length })}</Text>}
          <Matrix
            items={items}
            mayMove={mayMove}
            onPlace={(item, spot) => setPlaced({ item, spot })}
          />
        </>
      )}
      {placed && mayMove && (
        <ReassessDialog
          record={placed.item}
          proposed={placed.spot}
          onClose={() => setPlaced(undefined)}
        />
      )}
    </>
  );
}
