import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { WaitingMeeting } from '@/api/generated';
import { MeetingStateBadge } from '@/features/meetings/MeetingStateBadge';
import { paths } from '@/paths';
import { useFormats } from '@/ui/formats';
import { ButtonLink } from '@/ui/links';
import { useName } from '@/ui/names';
import classes from './Home.module.css';
import { HomeSection } from './HomeSection';

const words = [
  'answer_meeting_invitation',
  'accept_agenda_item',
  'hold_meeting',
  'draft_meeting_minutes',
  'answer_meeting_minutes',
] as const;

/** What waits there is done on the page of the minutes. */
const onMinutes = ['draft_meeting_minutes', 'answer_meeting_minutes'];

/** Meetings that wait for this person's answer, or that they lead; nothing where there is nothing. */
export function WaitingMeetings({ waiting }: { waiting: WaitingMeeting[] }) {
  const { t } = useTranslation('meetings');
  const name = useName();
  const { span } = useFormats();
  if (waiting.length === 0) return null;
  return (
    <HomeSection title={t('waiting.title')}>
      <ul className={classes.rows}>
        {waiting.map(({ action, meeting: { id, title, state, starts_at, ends_at, place } }) => {
          const known = words.find((word) => word === action);
          return (
            <li key={`${action} ${id}`} className={classes.row}>
              <div className={classes.what}>
                <div className={classes.facts}>
                  <MeetingStateBadge state={state} />
                  <Text span>{span(starts_at, ends_at)}</Text>
                </div>
                <Text lineClamp={2}>{title}</Text>
                <Text size="sm" c="dimmed">
                  {name(place.names)}
                </Text>
              </div>
              <ButtonLink
                variant="default"
                {...(onMinutes.includes(action) ? minutesOf(id) : pageOf(id))}
              >
                {t(known ? `waiting.${known}` : 'facts')}
              </ButtonLink>
            </li>
          );
        })}
      </ul>
    </HomeSection>
  );
}

const pageOf = (id: string) => ({ to: paths.meeting, params: { meetingId: id } }) as const;

const minutesOf = (id: string) =>
  ({ to: paths.meetingPart, params: { meetingId: id, part: 'minutes' } }) as const;
