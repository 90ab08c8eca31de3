import { useTranslation } from 'react-i18next';
import type { Severity } from '@/api/generated';
import classes from './SeverityMark.module.css';
import { severities } from './vocabulary';

/** Gravity as a word and as bars that grow with it. */
export function SeverityMark({ severity }: { severity: Severity }) {
  const { t } = useTranslation('cases');
  const rank = severities.indexOf(severity);
  return (
    <span className={classes.mark} data-severity={severity}>
      <svg width="18" height="14" viewBox="0 0 18 14" aria-hidden="true">
        {severities.map((name, index) => (
          <rect
            key={name}
            x={index * 4.5}
            y={9 - index * 3}
            width="3"
            height={5 + index * 3}
            rx="1"
            className={index <= rank ? classes.on : classes.off}
          />
        ))}
      </svg>
      {t(`severity.${severity}`)}
    </span>
  );
}
