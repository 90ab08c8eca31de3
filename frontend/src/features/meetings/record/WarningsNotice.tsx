import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MeetingWarning } from '@/api/generated';
import { paths } from '@/paths';
import { useFormats } from '@/ui/formats';
import { Icon } from '@/ui/Icon';
import { TextLink } from '@/ui/links';

/** With what a meeting collides; nothing is forbidden. */
export function WarningsNotice({ warnings }: { warnings: MeetingWarning[] }) {
  const { t } = useTranslation('meetings');
  const { dateTime } = useFormats();
  return warnings.map(({ kind, meeting, person }) => (
    <Alert
      key={[kind, meeting?.id, person?.id].join(' ')}
      color="felt"
      variant="light"
      mb="sm"
      icon={<Icon name="alert" />}
      data-no-print
    >
      {t(`warning.${kind}`, { name: person?.name })}{' '}
      {meeting && (
        <TextLink to={paths.meeting} params={{ meetingId: meeting.id }}>
          {`${meeting.title}, ${dateTime(meeting.starts_at)}`}
        </TextLink>
      )}
    </Alert>
  ));
}
