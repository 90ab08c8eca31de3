import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PeopleFigures } from '@/api/generated';
import classes from './Attendance.module.css';

/** How many, and which part of them women and youth are, as it is counted. */
export function Totals({ figures: { people, women, youth } }: { figures: PeopleFigures }) {
  const { t } = useTranslation('focus-groups');
  const share = (part: number) =>
    people > 0 ? `${part} · ${Math.round((part * 100) / people)} %` : String(part);
  const all = [
    { label: t('total'), value: String(people) },
    { label: t('women'), value: share(women) },
    { label: t('youth'), value: share(youth) },
  ];
  return (
    <dl className={classes.totals} aria-live="polite">
      {all.map(({ label, value }) => (
        <div key={label}>
          <Text component="dt" size="sm" c="dimmed">
            {label}
          </Text>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
