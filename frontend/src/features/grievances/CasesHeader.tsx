import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useMe } from '@/features/identity/useMe';
import { paths } from '@/paths';
import { Icon } from '@/ui/Icon';
import { ButtonLink } from '@/ui/links';
import { PageHeader } from '@/ui/PageHeader';
import { ViewTabs } from '@/ui/ViewTabs';

const views = [
  { to: paths.grievances, label: 'view.list', icon: 'list' },
  { to: paths.board, label: 'view.board', icon: 'board' },
  { to: paths.map, label: 'view.map', icon: 'pin' },
  { to: paths.calendar, label: 'view.calendar', icon: 'calendar', operation: 'list_deadlines' },
  { to: paths.workload, label: 'view.workload', icon: 'people', operation: 'get_workload' },
] as const;

/** What the list, the board and the map share: one title, the way between them, the way to a new case. */
export function CasesHeader({ lead }: { lead?: ReactNode }) {
  const { t } = useTranslation('cases');
  const mayRecord = useMay('record_grievance');
  // A representative meets people; staff are called.
  const isCalled = useMay('compare_grievance');
  const { operations } = useMe();
  const shown = views.filter(
    (view) => !('operation' in view) || operations.includes(view.operation),
  );
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={lead}
        actions={
          <>
            {mayRecord && (
              <ButtonLink
                to={paths.recordGrievance}
                leftSection={<Icon name="plus" />}
                data-no-print
              >
                {t('record.open')}
              </ButtonLink>
            )}
            {isCalled && (
              <ButtonLink
                variant="default"
                to={paths.call}
                leftSection={<Icon name="chat" />}
                data-no-print
              >
                {t('record.call')}
              </ButtonLink>
            )}
          </>
        }
      />
      <ViewTabs
        label={t('view.label')}
        views={shown.map(({ to, label, icon }) => ({ to, name: t(label), icon }))}
      />
    </>
  );
}
