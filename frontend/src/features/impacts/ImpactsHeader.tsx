import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/features/identity/useMe';
import { paths } from '@/paths';
import { Icon } from '@/ui/Icon';
import { ButtonLink } from '@/ui/links';
import { PageHeader } from '@/ui/PageHeader';
import { ViewTabs } from '@/ui/ViewTabs';

const views = [
  { to: paths.impacts, label: 'view.list', icon: 'list', operation: 'list_impacts' },
  { to: paths.impactHeatMap, label: 'view.heat', icon: 'board', operation: 'get_impact_figures' },
  { to: paths.impactsHere, label: 'view.here', icon: 'pin', operation: 'get_impact_figures' },
  { to: paths.rounds, label: 'view.rounds', icon: 'star', operation: 'list_impact_rounds' },
] as const;

/** What the pages of the register share: one title, the way between them, the way to a new record. */
export function ImpactsHeader({ lead, action }: { lead: ReactNode; action?: ReactNode }) {
  const { t } = useTranslation('impacts');
  const mayCreate = useMay('create_impact');
  const mayVote = useMay('list_impact_rounds');
  const shown = views.filter(({ operation }) => mayVote || operation !== 'list_impact_rounds');
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={lead}
        actions={
          action ??
          (mayCreate && (
            <ButtonLink to={paths.impactNew} leftSection={<Icon name="plus" />} data-no-print>
              {t('new')}
            </ButtonLink>
          ))
        }
      />
      <ViewTabs
        label={t('view.label')}
        views={shown.map(({ to, label, icon }) => ({ to, name: t(label), icon }))}
      />
    </>
  );
}
