import { Fragment, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Calendar.module.css';
import { dayAfterKey, shifted, todayInBishkek, weeksOf } from './month';

/** A day of the grid, as its cell needs to know it. */
export interface GridDay {
  day: string;
  weekend: boolean;
  today: boolean;
  /** Whether the day has the focus when somebody comes to the grid by keyboard. */
  active: boolean;
  onFocus: () => void;
}

interface Props {
  month: string;
  label: string;
  /** A cell whose link has the day in `data-day`. */
  cell: (day: GridDay) => ReactNode;
  onMonth: (month: string) => void;
}

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** One day has the focus; arrows move it, also into the next month, and Page Up and Down turn months. */
export function MonthGrid({ month, label, cell, onMonth }: Props) {
  const { t } = useTranslation('records');
  const today = todayInBishkek();
  const [active, setActive] = useState(today);
  const current = active.startsWith(month) ? active : `${month}-01`;
  const grid = useRef<HTMLTableElement>(null);
  const [wanted, setWanted] = useState<string>();
  useEffect(() => {
    // A day of another month is there once that month is shown.
    if (!wanted?.startsWith(month)) return;
    grid.current?.querySelector<HTMLElement>(`[data-day="${wanted}"]`)?.focus();
    setWanted(undefined);
  }, [wanted, month]);
  const go = (day: string) => {
    setActive(day);
    setWanted(day);
    if (!day.startsWith(month)) onMonth(day.slice(0, 7));
  };
  const press = (event: KeyboardEvent) => {
    const pages: Record<string, number> = { PageUp: -1, PageDown: 1 };
    const page = pages[event.key];
    const next =
      page === undefined ? dayAfterKey(current, event.key) : `${shifted(month, page)}-01`;
    if (!next || !(event.target as HTMLElement).dataset.day) return;
    event.preventDefault();
    go(next);
  };
  return (
    <table
      ref={grid}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that arrow keys move in is a grid
      role="grid"
      aria-label={label}
      className={classes.grid}
      onKeyDown={press}
    >
      <thead>
        <tr>
          {weekdays.map((weekday) => (
            <th key={weekday} scope="col">
              {t(`calendar.weekday.${weekday}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr key={week.find(Boolean)}>
            {week.map((day, index) =>
              day ? (
                <Fragment key={day}>
                  {cell({
                    day,
                    weekend: index > 4,
                    today: day === today,
                    active: day === current,
                    onFocus: () => setActive(day),
                  })}
                </Fragment>
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: an empty place has nothing but its place
                <td key={index} className={classes.empty} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
