import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { GrantCriterion } from '@/api/generated/public';
import { useName } from '@/ui/names';
import classes from './CallBody.module.css';
import { sharesOf } from './shares';

/** By what applications are judged, and how much each counts. */
export function CriteriaList({ criteria }: { criteria: GrantCriterion[] }) {
  const { t } = useTranslation('grant-calls');
  const name = useName();
  const shares = sharesOf(criteria.map(({ weight }) => weight));
  return (
    <ol className={classes.items}>
      {criteria.map(({ id, name: names, help }, index) => (
        <li key={id}>
          <div className={classes.criterion}>
            <span>{name(names)}</span>
            <span className={classes.weight}>{t('share', { percent: shares[index] })}</span>
          </div>
          <div className={classes.bar} style={{ width: `${shares[index]}%` }} />
          {help && (
            <Text size="sm" c="dimmed">
              {name(help)}
            </Text>
          )}
        </li>
      ))}
    </ol>
  );
}
