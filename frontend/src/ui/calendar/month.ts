import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc';

dayjs.extend(utc);

/** Asia/Bishkek has kept +06:00 all year since 2005. */
const bishkekOffset = 6 * 60;

/** `2026-11-24`: the day it is in Bishkek, wherever the browser is. */
export const todayInBishkek = (now = Date.now()) =>
  dayjs(now).utcOffset(bishkekOffset).format('YYYY-MM-DD');

/** `2026-11`; anything else is this month. */
export const monthOf = (value: unknown, now?: number): string =>
  typeof value === 'string' && /^20\d\d-(0[1-9]|1[0-2])$/.test(value)
    ? value
    : todayInBishkek(now).slice(0, 7);

export const shifted = (month: string, by: number) =>
  dayjs.utc(`${month}-01`).add(by, 'month').format('YYYY-MM');

export const shiftedDay = (day: string, by: number) =>
  dayjs.utc(day).add(by, 'day').format('YYYY-MM-DD');

/** The days of a month by weeks that begin on Monday; what is not of the month is empty. */
export function weeksOf(month: string): (string | undefined)[][] {
  const first = dayjs.utc(`${month}-01`);
  const before = (first.day() + 6) % 7;
  const cells = Array.from(
    { length: Math.ceil((before + first.daysInMonth()) / 7) * 7 },
    (_, index) => {
      const day = first.add(index - before, 'day');
      return day.month() === first.month() ? day.format('YYYY-MM-DD') : undefined;
    },
  );
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** Where an arrow leads from a day; nothing for other keys. */
export function dayAfterKey(day: string, key: string): string | undefined {
  const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
  const step = steps[key];
  return step === undefined ? undefined : shiftedDay(day, step);
}
