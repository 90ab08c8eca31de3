import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { DayOfMeetings, MeetingSummary } from '@/api/generated';
import classes from '@/ui/calendar/Calendar.module.css';
import type { GridDay } from '@/ui/calendar/MonthGrid';
import { useFormats } from '@/ui/formats';
import { countWords, dayLink } from './dayLink';
import own from './MeetingDay.module.css';

interface Props extends GridDay {
  meetings?: DayOfMeetings;
  mine?: true;
}

/** Whether it takes place as far as is known; another look tells it from what does not. */
const isOff = ({ state }: MeetingSummary) => state === 'cancelled' || state === 'postponed';

/** The day leads to its meeting, or to the list of them. */
export function MeetingDay({ day, meetings, weekend, today, active, mine, onFocus }: Props) {
  const { t } = useTranslation('meetings');
  const { day: dayWords, time } = useFormats();
  const first = meetings?.first ?? [];
  const wordsOf = (meeting: MeetingSummary) =>
    [
      time(meeting.starts_at),
      meeting.title,
      isOff(meeting) ? t(`state.${meeting.state}`) : undefined,
    ]
      .filter(Boolean)
      .join(' ');
  return (
    <td
      className={classes.day}
      data-off={weekend}
      data-today={today}
      aria-current={today ? 'date' : undefined}
    >
      <Link
        {...dayLink(day, meetings, mine)}
        className={classes.link}
        data-day={day}
        tabIndex={active ? 0 : -1}
        onFocus={onFocus}
        aria-label={[
          dayWords(day),
          t('calendar.count', { number: meetings ? countWords(meetings) : '0' }),
          ...first.map(wordsOf),
        ].join('. ')}
      >
        <span className={classes.number}>{Number(day.slice(8))}</span>
        {first.map((meeting) => (
          <span key={meeting.id} className={own.meeting} data-off={isOff(meeting)}>
            <b>{time(meeting.starts_at)}</b> {meeting.title}
          </span>
        ))}
        {meetings && meetings.total.count > first.length && (
          <Text span size="sm" fw={600}>
            {t('calendar.all', { number: countWords(meetings) })}
          </Text>
        )}
      </Link>
    </td>
  );
}
