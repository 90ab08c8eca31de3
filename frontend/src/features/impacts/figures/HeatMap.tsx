import { VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { HeatCell } from '@/api/generated';
import { paths } from '@/paths';
import type { ImpactFilters } from '../filters';
import { degrees } from '../vocabulary';
import { bandOf, countAt } from './cells';
import classes from './HeatMap.module.css';

interface Props {
  cells: HeatCell[];
  /** What the figures are narrowed by: the list behind a cell is narrowed alike. */
  filters: ImpactFilters;
  /** Whether an empty cell may be a few that are not told. */
  exact: boolean;
}

/** Severity upwards, likelihood to the right: a table, so that it can be read out and walked by keyboard. */
export function HeatMap({ cells, filters, exact }: Props) {
  const { t } = useTranslation('impacts');
  return (
    <div className={classes.frame}>
      <div className={classes.axes} aria-hidden>
        {t('heat.axes')}
      </div>
      <table className={classes.table}>
        <caption>
          <VisuallyHidden>{t('heat.caption')}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <VisuallyHidden>{t('severity')}</VisuallyHidden>
            </th>
            {degrees.map((likelihood) => (
              <th key={likelihood} scope="col">
                {likelihood}
                <span className={classes.words}>{t(`likelihood_of.${likelihood}`)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {degrees.toReversed().map((severity) => (
            <tr key={severity}>
              <th scope="row">
                {severity}
                <span className={classes.words}>{t(`severity_of.${severity}`)}</span>
              </th>
              {degrees.map((likelihood) => {
                const count = countAt(cells, severity, likelihood);
                return (
                  <td key={likelihood} data-band={bandOf(severity, likelihood)}>
                    {count > 0 ? (
                      <Link
                        to={paths.impacts}
                        search={{ ...filters, severity, likelihood }}
                        className={classes.cell}
                        aria-label={t('heat.cell', { severity, likelihood, count })}
                      >
                        {exact ? count : `${count}+`}
                      </Link>
                    ) : (
                      <span className={classes.none}>{exact ? '–' : '·'}</span>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
