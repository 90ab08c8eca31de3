import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc';

dayjs.extend(utc);

const bishkekOffset = 6 * 60;

/** The calendar day in Bishkek, some days before the given moment. */
export const bishkekDay = (now: Date, daysAgo = 0) =>
  dayjs(now).utcOffset(bishkekOffset).subtract(daysAgo, 'day').format('YYYY-MM-DD');

export interface DayParts {
  day: string;
  month: string;
  year: string;
}

/** `2026-02-30` is no day, and nothing to come can have happened. */
export function dayFrom({ day, month, year }: DayParts, today: string): string | undefined {
  if (!/^\d{1,2}$/.test(day) || !/^\d{4}$/.test(year) || month === '') return undefined;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const real = dayjs.utc(written).format('YYYY-MM-DD') === written;
  return real && written <= today ? written : undefined;
}

export function partsOf(date: string | null | undefined): DayParts {
  const [year = '', month = '', day = ''] = date?.split('-') ?? [];
  const plain = (digits: string) => digits.replace(/^0/, '');
  return { day: plain(day), month: plain(month), year };
}
