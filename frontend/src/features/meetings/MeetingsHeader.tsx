import { useTranslation } from 'react-i18next';
import { useMay } from '@/features/identity/useMe';
import { paths } from '@/paths';
import { Icon } from '@/ui/Icon';
import { ButtonLink } from '@/ui/links';
import { PageHeader } from '@/ui/PageHeader';
import { ViewTabs } from '@/ui/ViewTabs';

const views = [
  { to: paths.meetings, label: 'view.list', icon: 'list' },
  { to: paths.meetingCalendar, label: 'view.calendar', icon: 'calendar' },
] as const;

/** What the list and the calendar share: one title, the way between them, the way to a new meeting. */
export function MeetingsHeader() {
  const { t } = useTranslation('meetings');
  const mayCreate = useMay('create_meeting');
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t(mayCreate ? 'lead' : 'lead_side')}
        actions={
          mayCreate && (
            <ButtonLink to={paths.meetingNew} leftSection={<Icon name="plus" />} data-no-print>
              {t('new')}
            </ButtonLink>
          )
        }
      />
      <ViewTabs
        label={t('view.label')}
        views={views.map(({ to, label, icon }) => ({ to, name: t(label), icon }))}
      />
    </>
  );
}
