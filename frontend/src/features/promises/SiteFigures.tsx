import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PromiseSite } from '@/api/generated/public';
import { useFormats } from '@/ui/formats';
import { useName } from '@/ui/names';
import classes from './Promises.module.css';

const shown = [
  'published',
  'kept',
  'in_time',
  'late',
  'running',
  'awaiting',
  'overdue',
  'broken',
] as const;

interface Props {
  of: PromiseSite;
  onChoose: () => void;
}

/** How the promises at a mine stand. */
export function SiteFigures({ of: { site, company, figures }, onChoose }: Props) {
  const { t } = useTranslation('promises');
  const name = useName();
  const { number } = useFormats();
  const title = site ? name(site.names) : t('no_site');
  return (
    <li className={classes.site}>
      <Text fw={600}>{title}</Text>
      {company && (
        <Text size="sm" c="dimmed">
          {name(company)}
        </Text>
      )}
      <dl className={classes.figures}>
        {shown.map((figure) => (
          <div key={figure} data-figure={figure}>
            <dt>{t(`figures.${figure}`)}</dt>
            <dd>{number(figures[figure])}</dd>
          </div>
        ))}
      </dl>
      {site && (
        <Button variant="default" size="sm" onClick={onChoose} data-no-print>
          {t('only', { name: title })}
        </Button>
      )}
    </li>
  );
}
