import { useTranslation } from 'react-i18next';
import classes from './Attendance.module.css';
import { type Band, bands, type Side, sides } from './counts';

interface Props {
  count: (side: Side, band: Band) => number;
  /** Left out: it is only read. */
  onStep?: (side: Side, band: Band, by: 1 | -1) => void;
}

/** A row for each age, and in it a woman's and a man's place: pressed once for each person. */
export function CountGrid({ count, onStep }: Props) {
  const { t } = useTranslation('focus-groups');
  return (
    <table className={classes.grid}>
      <thead>
        <tr>
          <th scope="col">{t('age')}</th>
          {sides.map((side) => (
            <th key={side} scope="col">
              {t(side)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bands.map((band) => (
          <tr key={band}>
            <th scope="row">{t(`band.${band}`)}</th>
            {sides.map((side) => (
              <td key={side}>
                <Cell
                  who={t(side === 'female' ? 'woman_of' : 'man_of', { band: t(`band.${band}`) })}
                  count={count(side, band)}
                  onStep={onStep && ((by) => onStep(side, band, by))}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CellProps {
  who: string;
  count: number;
  onStep?: (by: 1 | -1) => void;
}

function Cell({ who, count, onStep }: CellProps) {
  const { t } = useTranslation('focus-groups');
  if (!onStep) return <output className={classes.count}>{count}</output>;
  return (
    <div className={classes.cell}>
      <button
        type="button"
        className={classes.less}
        aria-label={t('less', { who })}
        disabled={count === 0}
        onClick={() => onStep(-1)}
      >
        −
      </button>
      <button
        type="button"
        className={classes.more}
        aria-label={t('more', { who })}
        onClick={() => onStep(1)}
      >
        <output className={classes.count}>{count}</output>
        <span aria-hidden>+</span>
      </button>
    </div>
  );
}
