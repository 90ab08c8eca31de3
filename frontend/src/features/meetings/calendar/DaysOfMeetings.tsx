import { Group, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DayOfMeetings, MeetingSummary } from '@/api/generated';
import cards from '@/features/grievances/list/GrievanceCard.module.css';
import { paths } from '@/paths';
import { EmptyState } from '@/ui/EmptyState';
import { useFormats } from '@/ui/formats';
import { TextLink } from '@/ui/links';
import { useName } from '@/ui/names';
import { MeetingStateBadge } from '../MeetingStateBadge';
import { countWords, dayFilters } from './dayLink';

interface Props {
  days: DayOfMeetings[];
  mine?: true;
}

/** The days of a month on which meetings begin, one under another. */
export function DaysOfMeetings({ days, mine }: Props) {
  const { t } = useTranslation('meetings');
  const { day: dayWords } = useFormats();
  if (days.length === 0) {
    return (
      <EmptyState icon="calendar" title={t('calendar.none')}>
        {t('calendar.none_help')}
      </EmptyState>
    );
  }
  return days.map(({ day, first, total }) => (
    <section key={day} aria-labelledby={`day-${day}`}>
      <Title order={3} id={`day-${day}`} mt="lg" mb="xs">
        {dayWords(day)}
      </Title>
      <ul className={cards.cards}>
        {first.map((meeting) => (
          <MeetingCard key={meeting.id} meeting={meeting} />
        ))}
      </ul>
      {total.count > first.length && (
        <TextLink to={paths.meetings} search={dayFilters(day, mine)}>
          {t('calendar.all', { number: countWords({ day, first, total }) })}
        </TextLink>
      )}
    </section>
  ));
}

function MeetingCard({ meeting }: { meeting: MeetingSummary }) {
  const { t } = useTranslation('meetings');
  const name = useName();
  const { time } = useFormats();
  const { id, title, kind, state, starts_at, place, venue } = meeting;
  return (
    <li className={cards.card}>
      <Group justify="space-between" gap="xs">
        <Text fw={600}>{time(starts_at)}</Text>
        <MeetingStateBadge state={state} />
      </Group>
      <TextLink to={paths.meeting} params={{ meetingId: id }} fw={600}>
        {title}
      </TextLink>
      <Text size="sm" c="dimmed">
        {[t(`kind.${kind}`), name(place.names), venue].filter(Boolean).join(' · ')}
      </Text>
    </li>
  );
}
