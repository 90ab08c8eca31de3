import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DayOfDeadlines } from '@/api/generated';
import { paths } from '@/paths';
import { EmptyState } from '@/ui/EmptyState';
import { useFormats } from '@/ui/formats';
import { TextLink } from '@/ui/links';
import { GrievanceCard } from '../list/GrievanceCard';
import cards from '../list/GrievanceCard.module.css';
import type { NamedDay } from './DayCell';
import { countWords, dayFilters } from './days';

interface Props {
  days: DayOfDeadlines[];
  named: Map<string, NamedDay>;
  mine?: boolean;
}

/** The days of a month that have deadlines, one under another. */
export function Agenda({ days, named, mine }: Props) {
  const { t } = useTranslation('cases');
  const { date } = useFormats();
  if (days.length === 0) {
    return (
      <EmptyState icon="calendar" title={t('calendar.none')}>
        {t('calendar.none_help')}
      </EmptyState>
    );
  }
  return days.map((each) => (
    <section key={each.day} aria-labelledby={`day-${each.day}`}>
      <Title order={3} id={`day-${each.day}`} mt="lg" mb="xs">
        {date(each.day)}
      </Title>
      {named.has(each.day) && <Text c="dimmed">{named.get(each.day)?.name}</Text>}
      <ul className={cards.cards}>
        {each.first.map((summary) => (
          <GrievanceCard key={summary.id} summary={summary} withState />
        ))}
      </ul>
      {each.total.count > each.first.length && (
        <TextLink to={paths.grievances} search={dayFilters(each.day, mine)}>
          {t('calendar.all', { number: countWords(each) })}
        </TextLink>
      )}
    </section>
  ));
}
