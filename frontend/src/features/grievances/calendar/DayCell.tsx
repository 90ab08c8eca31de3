import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { DayOfDeadlines } from '@/api/generated';
import { paths } from '@/paths';
import classes from '@/ui/calendar/Calendar.module.css';
import type { GridDay } from '@/ui/calendar/MonthGrid';
import { useFormats } from '@/ui/formats';
import { countWords, dayFilters } from './days';

export interface NamedDay {
  name: string;
  /** A weekend day that is worked. */
  worked: boolean;
}

interface Props extends GridDay {
  deadlines?: DayOfDeadlines;
  named?: NamedDay;
  mine?: boolean;
}

/** The day leads to its cases in the list. */
export function DayCell(props: Props) {
  const { day, deadlines, named, weekend, today, active, mine, onFocus } = props;
  const { t } = useTranslation('cases');
  const { date } = useFormats();
  const count = countWords(deadlines);
  const off = named ? !named.worked : weekend;
  return (
    <td
      className={classes.day}
      data-off={off}
      data-today={today}
      aria-current={today ? 'date' : undefined}
    >
      <Link
        to={paths.grievances}
        search={dayFilters(day, mine)}
        className={classes.link}
        data-day={day}
        tabIndex={active ? 0 : -1}
        onFocus={onFocus}
        aria-label={[date(day), named?.name, t('calendar.count', { number: count })]
          .filter(Boolean)
          .join('. ')}
      >
        <span className={classes.number}>{Number(day.slice(8))}</span>
        {named && (
          <Text span size="sm" c="dimmed" lineClamp={1}>
            {named.name}
          </Text>
        )}
        {deadlines?.first.map((summary) => (
          <span
            key={summary.id}
            className={classes.case}
            data-clock={summary.audience === 'staff' ? summary.clock : undefined}
          >
            {summary.reference}
          </span>
        ))}
        {deadlines && deadlines.total.count > deadlines.first.length && (
          <Text span size="sm" fw={600}>
            {t('calendar.all', { number: count })}
          </Text>
        )}
      </Link>
    </td>
  );
}
