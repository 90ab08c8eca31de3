import dayjs from 'dayjs';
import 'dayjs/locale/ky';
import 'dayjs/locale/ru';
import utc from 'dayjs/plugin/utc';
import { useMemo } from 'react';
import type { Language } from '@/api/generated';
import { useLanguage } from '@/i18n/useLanguage';

dayjs.extend(utc);

/** Asia/Bishkek has kept +06:00 all year since 2005. */
const bishkekOffset = 6 * 60;

const inBishkek = (instant: string, language: Language) =>
  dayjs(instant).utcOffset(bishkekOffset).locale(language);

const numbers = new Intl.NumberFormat('ru');
const hundredths = new Intl.NumberFormat('ru', { minimumFractionDigits: 2 });
const noBreakSpaces = /[\u00a0\u202f]/g;
/** A weekday stands at the beginning. */
const begun = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
const thinSpace = '\u2009';

/**
 * Browsers know no Kyrgyz dates or numbers although they claim to, so dates go through dayjs and
 * numbers through the Russian rules in every language.
 */
export function formatsFor(language: Language) {
  return {
    /** A calendar day (`2026-11-23`) or the Bishkek day of an instant. */
    date: (value: string) =>
      value.length === 10
        ? dayjs.utc(value).format('DD.MM.YYYY')
        : inBishkek(value, language).format('DD.MM.YYYY'),
    dateTime: (instant: string) => inBishkek(instant, language).format('DD.MM.YYYY, HH:mm'),
    /** From when to when, with the weekday; the day of the end only where it is another. */
    span: (from: string, to: string) => {
      const [start, end] = [inBishkek(from, language), inBishkek(to, language)];
      const sameDay = start.format('YYYYMMDD') === end.format('YYYYMMDD');
      const begins = begun(start.format('dddd, DD.MM.YYYY, HH:mm'));
      return `${begins}\u00a0–\u00a0${end.format(sameDay ? 'HH:mm' : 'DD.MM.YYYY, HH:mm')}`;
    },
    time: (instant: string) => inBishkek(instant, language).format('HH:mm'),
    /** A calendar day with its weekday. */
    day: (value: string) => begun(dayjs.utc(value).locale(language).format('dddd, DD.MM.YYYY')),
    month: (yearMonth: string) => dayjs.utc(`${yearMonth}-01`).locale(language).format('MMMM YYYY'),
    monthName: (month: number) =>
      dayjs
        .utc()
        .month(month - 1)
        .date(1)
        .locale(language)
        .format('MMMM'),
    number: (value: number) => numbers.format(value).replace(noBreakSpaces, thinSpace),
    /** An amount in minor units; what is whole has no hundredths. */
    amount: (minor: number) =>
      (minor % 100 === 0 ? numbers : hundredths)
        .format(minor / 100)
        .replace(noBreakSpaces, thinSpace),
  };
}

export type Formats = ReturnType<typeof formatsFor>;

export function useFormats(): Formats {
  const language = useLanguage();
  return useMemo(() => formatsFor(language), [language]);
}
