import { Checkbox, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CountedBand, MeetingSide, Sex } from '@/api/generated';
import grid from '@/features/focus-groups/attendance/Attendance.module.css';
import { Totals } from '@/features/focus-groups/attendance/Totals';
import { Section } from '@/features/stakeholders/record/Section';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { attendanceOf } from './shares';
import type { Day } from './useDay';
import { useNoting } from './useNoting';
import { bands, daySides, sexes } from './vocabulary';

interface Props {
  day: Day;
  writes: boolean;
}

/** Who came, counted by head: one press for each person, and no names. */
export function AttendanceSection({ day, writes }: Props) {
  const { t } = useTranslation(['meeting-day', 'meetings', 'focus-groups']);
  const [side, setSide] = useState<MeetingSide>('community');
  const [walkIn, setWalkIn] = useState(false);
  const state = day.state.sides[side];
  const { note, error } = useNoting(day);
  const step = (sex: Sex, band: CountedBand, by: 1 | -1) => {
    if (by > 0)
      return note({ kind: 'came', side, sex, band, people: 1, walk_in: walkIn || undefined });
    const { came } = day.state;
    const last = came.findLast(
      (entry) => entry.side === side && entry.sex === sex && entry.band === band,
    );
    if (!last) return undefined;
    // Of those who were counted together, one fewer stays.
    const { id, at: _, supersedes: __, people = 1, ...fields } = last;
    return (people ?? 1) > 1
      ? note({ ...fields, people: (people ?? 1) - 1, supersedes: id })
      : note({ kind: 'withdraw', supersedes: id });
  };
  return (
    <Section title={t('meeting-day:attendance')}>
      <NativeSelect
        size="md"
        label={t('meeting-day:side')}
        value={side}
        data={daySides.map((value) => ({
          value,
          label: `${t(`meetings:side.${value}`)} · ${peopleOf(day, value)}`,
        }))}
        onChange={({ currentTarget }) => setSide(currentTarget.value as MeetingSide)}
      />
      {writes && (
        <Checkbox
          size="md"
          label={t('meeting-day:walk_in')}
          description={t('meeting-day:walk_ins_so_far', { count: state?.walkIns ?? 0 })}
          checked={walkIn}
          onChange={({ currentTarget }) => setWalkIn(currentTarget.checked)}
        />
      )}
      <table className={grid.grid}>
        <thead>
          <tr>
            <th scope="col">{t('focus-groups:age')}</th>
            {sexes.map((sex) => (
              <th key={sex} scope="col">
                {t(`focus-groups:${sex}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {bands.map((band) => (
            <tr key={band}>
              <th scope="row">{t(`focus-groups:band.${band}`)}</th>
              {sexes.map((sex) => (
                <td key={sex}>
                  <Cell
                    who={t(sex === 'female' ? 'focus-groups:woman_of' : 'focus-groups:man_of', {
                      band: t(`focus-groups:band.${band}`),
                    })}
                    count={
                      state?.counts.find((known) => known.sex === sex && known.band === band)
                        ?.people ?? 0
                    }
                    writes={writes}
                    onStep={(by) => void step(sex, band, by)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ProblemAlert error={error} />
      <Totals figures={attendanceOf(day.state)} />
    </Section>
  );
}

const peopleOf = (day: Day, side: MeetingSide) =>
  day.state.sides[side]?.counts.reduce((all, { people }) => all + people, 0) ?? 0;

interface CellProps {
  who: string;
  count: number;
  writes: boolean;
  onStep: (by: 1 | -1) => void;
}

function Cell({ who, count, writes, onStep }: CellProps) {
  const { t } = useTranslation('focus-groups');
  if (!writes) return <output className={grid.count}>{count}</output>;
  return (
    <div className={grid.cell}>
      <button
        type="button"
        className={grid.less}
        aria-label={t('less', { who })}
        disabled={count === 0}
        onClick={() => onStep(-1)}
      >
        −
      </button>
      <button
        type="button"
        className={grid.more}
        aria-label={t('more', { who })}
        onClick={() => onStep(1)}
      >
        <output className={grid.count}>{count}</output>
        <span aria-hidden>+</span>
      </button>
    </div>
  );
}
