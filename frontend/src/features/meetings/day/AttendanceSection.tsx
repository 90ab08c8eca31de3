import { Checkbox, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CountedBand, MeetingSide, Sex } from '@/api/generated';
import { CountGrid } from '@/features/focus-groups/attendance/CountGrid';
import { Totals } from '@/features/focus-groups/attendance/Totals';
import { Section } from '@/features/stakeholders/record/Section';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { attendanceOf } from './shares';
import type { Day } from './useDay';
import { useNoting } from './useNoting';
import { daySides } from './vocabulary';

interface Props {
  day: Day;
  writes: boolean;
}

/** Who came, counted by head: one press for each person, and no names. */
export function AttendanceSection({ day, writes }: Props) {
  const { t } = useTranslation(['meeting-day', 'meetings']);
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
      <CountGrid
        count={(sex, band) =>
          state?.counts.find((known) => known.sex === sex && known.band === band)?.people ?? 0
        }
        onStep={writes ? (sex, band, by) => void step(sex, band, by) : undefined}
      />
      <ProblemAlert error={error} />
      <Totals figures={attendanceOf(day.state)} />
    </Section>
  );
}

const peopleOf = (day: Day, side: MeetingSide) =>
  day.state.sides[side]?.counts.reduce((all, { people }) => all + people, 0) ?? 0;
