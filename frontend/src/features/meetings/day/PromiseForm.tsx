import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Meeting } from '@/api/generated';
import { DayField } from '@/ui/forms/DayField';
import { useName } from '@/ui/names';
import { ProblemAlert } from '@/ui/ProblemAlert';
import classes from './Day.module.css';
import { isSaid } from './NotesSection';
import type { Day } from './useDay';
import { useNoting } from './useNoting';

interface Props {
  meeting: Meeting;
  day: Day;
  item?: string;
}

/** What somebody promises, as it falls; who and by when may be said later. */
export function PromiseForm({ meeting, day, item }: Props) {
  const { t } = useTranslation('meeting-day');
  const name = useName();
  const [text, setText] = useState('');
  const [organisation, setOrganisation] = useState('');
  const [dueOn, setDueOn] = useState<string | null>(null);
  const { note, error, busy } = useNoting(day);
  const add = async () => {
    const kept = await note({
      kind: 'promise',
      item_id: item,
      text: text.trim(),
      organisation_id: organisation || undefined,
      due_on: dueOn ?? undefined,
    });
    if (!kept) return;
    setText('');
    setDueOn(null);
  };
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (isSaid(text) && !busy) void add();
      }}
    >
      <Textarea
        size="md"
        autosize
        minRows={2}
        maxLength={1000}
        label={t('entry.promise')}
        description={t('no_names')}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <NativeSelect
        size="md"
        label={t('owner')}
        value={organisation}
        data={[
          { value: '', label: t('not_said') },
          ...meeting.organisations.map(({ id, names }) => ({ value: id, label: name(names) })),
        ]}
        onChange={({ currentTarget }) => setOrganisation(currentTarget.value)}
      />
      <DayField clearable size="md" label={t('due_on')} value={dueOn} onChange={setDueOn} />
      <ProblemAlert error={error} />
      <Button type="submit" variant="default" disabled={!isSaid(text) || busy}>
        {t('add')}
      </Button>
    </form>
  );
}
