import { Button, Group, NativeSelect, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DayNoteKind, Meeting, MeetingSide } from '@/api/generated';
import { Section } from '@/features/stakeholders/record/Section';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { onAgenda, useItemTitle } from './AgendaClock';
import classes from './Day.module.css';
import type { DayEntry } from './fold';
import { PromiseForm } from './PromiseForm';
import type { Day } from './useDay';
import { useNoting } from './useNoting';
import { daySides, noteKinds } from './vocabulary';

interface Props {
  meeting: Meeting;
  day: Day;
  writes: boolean;
  item?: string;
  /** `null`: beside the agenda. */
  onChoose: (item: string | null) => void;
}

type Typed = DayNoteKind | 'promise';

/** What is said of the item that is spoken of: from what a side wants to what all decide. */
export function NotesSection({ meeting, day, writes, item, onChoose }: Props) {
  const { t } = useTranslation('meeting-day');
  const title = useItemTitle();
  const [kind, setKind] = useState<Typed>('position');
  const items = onAgenda(meeting);
  const shown = day.state.notes.filter(({ item_id }) => (item_id ?? undefined) === item);
  return (
    <Section title={t('notes')}>
      <NativeSelect
        size="md"
        label={t('item')}
        value={item ?? ''}
        data={[
          { value: '', label: t('no_item') },
          ...items.map((one) => ({ value: one.id, label: title(one) })),
        ]}
        onChange={({ currentTarget }) => onChoose(currentTarget.value || null)}
      />
      {shown.length === 0 && <Text c="dimmed">{t('no_notes')}</Text>}
      {noteKinds.map((of) => (
        <NotesOf
          key={of}
          kind={of}
          notes={shown.filter((note) => note.kind === of)}
          day={day}
          writes={writes}
        />
      ))}
      {writes && (
        <>
          <NativeSelect
            size="md"
            label={t('what_is_it')}
            value={kind}
            data={[...noteKinds, 'promise' as const].map((value) => ({
              value,
              label: t(`entry.${value}`),
            }))}
            onChange={({ currentTarget }) => setKind(currentTarget.value as Typed)}
          />
          {kind === 'promise' ? (
            <PromiseForm meeting={meeting} day={day} item={item} />
          ) : (
            <NoteForm key={kind} kind={kind} day={day} item={item} />
          )}
        </>
      )}
    </Section>
  );
}

interface NotesOfProps {
  kind: DayNoteKind;
  notes: DayEntry[];
  day: Day;
  writes: boolean;
}

function NotesOf({ kind, notes, day, writes }: NotesOfProps) {
  const { t } = useTranslation('meeting-day');
  if (notes.length === 0) return null;
  return (
    <div>
      <Text fw={600}>{t(`plural.${kind}`)}</Text>
      <ul className={classes.notes}>
        {notes.map((note) => (
          <li key={note.id}>
            <NoteLine note={note} day={day} writes={writes} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function NoteLine({ note, day, writes }: { note: DayEntry; day: Day; writes: boolean }) {
  const { t } = useTranslation(['meeting-day', 'meetings', 'records']);
  const [correcting, setCorrecting] = useState(false);
  const noting = useNoting(day);
  const { id, at: _, supersedes: __, ...fields } = note;
  const text = note.text ?? '';
  if (correcting)
    return (
      <Correct
        text={text}
        error={noting.error}
        busy={noting.busy}
        onCancel={() => setCorrecting(false)}
        onSave={async (next) => {
          if (await noting.note({ ...fields, text: next, supersedes: id })) setCorrecting(false);
        }}
      />
    );
  return (
    <>
      <span className={classes.text}>
        {note.side && <b>{t(`meetings:side.${note.side}`)}: </b>}
        {text}
      </span>
      {writes && (
        <Group gap="xs" mt={4} data-no-print>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('meeting-day:correct_full', { text })}
            onClick={() => setCorrecting(true)}
          >
            {t('meeting-day:correct')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('meeting-day:remove_full', { text })}
            onClick={() => void noting.note({ kind: 'withdraw', supersedes: id })}
          >
            {t('meeting-day:remove')}
          </Button>
        </Group>
      )}
      <ProblemAlert error={noting.error} />
    </>
  );
}

interface CorrectProps {
  text: string;
  error: unknown;
  busy: boolean;
  onSave: (text: string) => Promise<void>;
  onCancel: () => void;
}

function Correct({ text, error, busy, onSave, onCancel }: CorrectProps) {
  const { t } = useTranslation(['meeting-day', 'records', 'common']);
  const [value, setValue] = useState(text);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isSaid(value) && !busy) void onSave(value.trim());
      }}
    >
      <Textarea
        autosize
        autoFocus
        label={t('meeting-day:correct')}
        maxLength={2000}
        value={value}
        onChange={({ currentTarget }) => setValue(currentTarget.value)}
      />
      <ProblemAlert error={error} />
      <Group gap="xs" mt="xs">
        <Button type="submit" size="sm" variant="default" disabled={!isSaid(value) || busy}>
          {t('records:save')}
        </Button>
        <Button size="sm" variant="subtle" onClick={onCancel}>
          {t('common:cancel')}
        </Button>
      </Group>
    </form>
  );
}

/** The API takes no fewer letters. */
export const isSaid = (text: string) => text.trim().length >= 3;

function NoteForm({ kind, day, item }: { kind: DayNoteKind; day: Day; item?: string }) {
  const { t } = useTranslation(['meeting-day', 'meetings']);
  const [side, setSide] = useState<MeetingSide | ''>('');
  const [text, setText] = useState('');
  const { note, error, busy } = useNoting(day);
  const add = async () => {
    const kept = await note({ kind, item_id: item, side: side || undefined, text: text.trim() });
    if (kept) setText('');
  };
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (isSaid(text) && !busy) void add();
      }}
    >
      <NativeSelect
        size="md"
        label={t('meeting-day:whose')}
        value={side}
        data={[
          { value: '', label: t('meeting-day:all_sides') },
          ...daySides.map((value) => ({ value, label: t(`meetings:side.${value}`) })),
        ]}
        onChange={({ currentTarget }) => setSide(currentTarget.value as MeetingSide | '')}
      />
      <Textarea
        size="md"
        autosize
        minRows={2}
        maxLength={2000}
        label={t(`meeting-day:entry.${kind}`)}
        description={t('meeting-day:no_names')}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <ProblemAlert error={error} />
      <Button type="submit" variant="default" disabled={!isSaid(text) || busy}>
        {t('meeting-day:add')}
      </Button>
    </form>
  );
}
