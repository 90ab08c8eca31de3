import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ImpactRoundSummary } from '@/api/generated';
import { listImpactRoundsInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { useMay } from '@/features/identity/useMe';
import { paths } from '@/paths';
import { EmptyState } from '@/ui/EmptyState';
import { useFormats } from '@/ui/formats';
import { Icon } from '@/ui/Icon';
import { KeysetList } from '@/ui/KeysetList';
import { keyset } from '@/ui/keyset';
import { ButtonLink, TextLink } from '@/ui/links';
import { useName } from '@/ui/names';
import type { Column } from '@/ui/RecordTable';
import { ImpactsHeader } from '../ImpactsHeader';
import { RoundBadge } from './RoundBadge';

export function RoundsPage() {
  const { t } = useTranslation('impacts');
  const mayOpen = useMay('create_impact_round');
  const rounds = useInfiniteQuery({ ...listImpactRoundsInfiniteOptions(), ...keyset });
  return (
    <>
      <ImpactsHeader
        lead={t('round.lead')}
        action={
          mayOpen && (
            <ButtonLink to={paths.roundNew} leftSection={<Icon name="plus" />} data-no-print>
              {t('round.new')}
            </ButtonLink>
          )
        }
      />
      <KeysetList
        query={rounds}
        label={t('view.rounds')}
        columns={useRoundColumns()}
        empty={
          <EmptyState icon="star" title={t('round.empty')}>
            {mayOpen && t('round.empty_help')}
          </EmptyState>
        }
      />
    </>
  );
}

function useRoundColumns(): [Column<ImpactRoundSummary>, ...Column<ImpactRoundSummary>[]] {
  const { t } = useTranslation('impacts');
  const name = useName();
  const { date } = useFormats();
  return [
    {
      label: t('round.title_label'),
      show: ({ id, title }) => (
        <TextLink to={paths.round} params={{ roundId: id }}>
          {title}
        </TextLink>
      ),
    },
    { label: t('state_label'), show: ({ state }) => <RoundBadge state={state} /> },
    { label: t('round.method_label'), show: ({ method }) => t(`round.method.${method}`) },
    { label: t('round.participants'), show: ({ participants }) => participants ?? t('few') },
    { label: t('place'), show: ({ place }) => place && name(place.names) },
    { label: t('round.opened'), show: ({ created_at }) => date(created_at) },
  ];
}
