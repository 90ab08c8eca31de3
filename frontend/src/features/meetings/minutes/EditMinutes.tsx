import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Meeting, type MeetingMinutes, writeMeetingMinutes } from '@/api/generated';
import { ifMatch } from '@/api/headers';
import { toApiProblem } from '@/api/problem';
import { Section } from '@/features/stakeholders/record/Section';
import { LeaveGuard } from '@/ui/LeaveGuard';
import { PageHeader } from '@/ui/PageHeader';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { useItemTitle } from '../day/AgendaClock';
import { Line } from './Line';
import { homeless, linesOf, newLine, placesOf, sameText, type Written, writtenOf } from './lines';
import { TheirText } from './TheirText';
import { useKeepMinutes, useMinutesNow } from './useKeepMinutes';

interface Props {
  meeting: Meeting;
  minutes: MeetingMinutes;
  onClose: () => void;
}

/** The text, line by line under what is spoken of; it begins as what was noted on the day. */
export function EditMinutes({ meeting, minutes, onClose }: Props) {
  const { t } = useTranslation(['minutes', 'records', 'common']);
  const title = useItemTitle();
  const keep = useKeepMinutes();
  const now = useMinutesNow(minutes.meeting_id);
  // What is typed was begun from this text, whatever is read meanwhile.
  const [base, setBase] = useState(minutes);
  const [theirs, setTheirs] = useState<MeetingMinutes>();
  const [lines, setLines] = useState(() => writtenOf(minutes));
  const [changed, setChanged] = useState(false);
  const edit = (next: Written[]) => {
    setLines(next);
    setChanged(true);
  };
  const save = useMutation({
    mutationFn: async (over: MeetingMinutes) =>
      (
        await writeMeetingMinutes({
          path: { id: over.meeting_id },
          headers: ifMatch(over),
          body: { lines: linesOf(lines) },
        })
      ).data,
    onSuccess: (saved) => {
      void keep(saved);
      setChanged(false);
      onClose();
    },
    onError: async (error, over) => {
      if (toApiProblem(error).status !== 412) return;
      const other = await now().catch(() => undefined);
      if (!other) return;
      // Something else of the meeting is another: nobody wrote over anything.
      if (sameText(other, over)) save.mutate(other);
      else setTheirs(other);
    },
  });
  const keepMine = (other: MeetingMinutes) => {
    setBase(other);
    setTheirs(undefined);
    save.mutate(other);
  };
  const takeTheirs = (other: MeetingMinutes) => {
    setBase(other);
    setTheirs(undefined);
    save.reset();
    setLines(writtenOf(other));
    setChanged(false);
  };
  const places = placesOf(meeting);
  const gone = homeless(lines, places);
  const named = (item: string | null) => {
    const found = meeting.agenda.find(({ id }) => id === item);
    return found ? title(found) : t('minutes:beside');
  };
  const drawn = (line: Written) => (
    <Line
      key={line.key}
      line={line}
      onChange={(next) => edit(lines.map((one) => (one.key === line.key ? next : one)))}
      onRemove={() => edit(lines.filter(({ key }) => key !== line.key))}
    />
  );
  return (
    <>
      <LeaveGuard when={changed && !save.isSuccess} />
      <PageHeader
        title={t('minutes:edit')}
        lead={t(minutes.state === 'held' ? 'minutes:edit_help' : 'minutes:edit_asks_again')}
      />
      <Stack gap="lg">
        {places.map((item) => (
          <Section
            key={item ?? ''}
            title={named(item)}
            actions={
              <Button
                variant="default"
                aria-label={t('minutes:add_line_full', { title: named(item) })}
                onClick={() => edit([...lines, newLine(item)])}
              >
                {t('minutes:add_line')}
              </Button>
            }
          >
            {lines.filter(({ item_id }) => item_id === item).map(drawn)}
          </Section>
        ))}
        {gone.length > 0 && <Section title={t('minutes:gone_items')}>{gone.map(drawn)}</Section>}
        <Text>{t('minutes:no_names')}</Text>
        {theirs ? (
          <TheirText
            theirs={theirs}
            onKeepMine={() => keepMine(theirs)}
            onTakeTheirs={() => takeTheirs(theirs)}
          />
        ) : (
          <ProblemAlert error={save.error} />
        )}
        <Group>
          <Button
            loading={save.isPending}
            disabled={linesOf(lines).length === 0 || theirs !== undefined}
            onClick={() => save.mutate(base)}
          >
            {t('records:save')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
        </Group>
      </Stack>
    </>
  );
}
