import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/features/identity/useMe';
import { paths } from '@/paths';
import { Icon } from '@/ui/Icon';
import { ButtonLink } from '@/ui/links';
import { PageHeader } from '@/ui/PageHeader';
import classes from '../grievances/CasesHeader.module.css';

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
      <nav aria-label={t('view.label')} className={classes.views} data-no-print>
        {views.map(({ to, label, icon }) => (
          <Link
            key={to}
            to={to}
            className={classes.view}
            activeOptions={{ exact: true, includeSearch: false }}
          >
            <Icon name={icon} size={18} />
            {t(label)}
          </Link>
        ))}
      </nav>
    </>
  );
}
