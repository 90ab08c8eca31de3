import { Alert, NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import {
  answerMeetingMinutes,
  approveMeetingMinutes,
  draftMeetingMinutes,
  type HeardMinutesWord,
  type MeetingMinutes,
  type MinutesAnswerKind,
  recordMinutesAnswer,
} from '@/api/generated';
import {
  zHeardMinutesWord,
  zMeetingNote,
  zMinutesApproval,
  zMinutesWord,
} from '@/api/generated/zod.gen';
import { ifMatch } from '@/api/headers';
import { useKeptDays } from '@/features/meetings/day/keptDays';
import { MoveDialog } from '@/ui/forms/MoveDialog';
import { Icon } from '@/ui/Icon';
import { useSideTitle } from './SidesSection';
import { useKeepMinutes, useReadMinutesAgain } from './useKeepMinutes';

interface MoveProps {
  minutes: MeetingMinutes;
  onClose: () => void;
}

const request = ({ minutes }: Pick<MoveProps, 'minutes'>) => ({
  path: { id: minutes.meeting_id },
  headers: ifMatch(minutes),
});

function useMove({ minutes, onClose }: MoveProps) {
  const keep = useKeepMinutes();
  const onStale = useReadMinutesAgain(minutes.meeting_id);
  return { onSaved: (saved: MeetingMinutes) => void keep(saved), onStale, onClose };
}

interface Note extends Record<string, unknown> {
  note: string;
}

const bodyOf = ({ note }: Note) => ({ note: note.trim() || null });

/** Puts before the sides what was written. */
function Draft(move: MoveProps) {
  const { t } = useTranslation('minutes');
  return (
    <MoveDialog<Note, MeetingMinutes>
      {...useMove(move)}
      title={t('move.draft_meeting_minutes')}
      help={t('help.draft_meeting_minutes')}
      confirm={t('move.draft_meeting_minutes')}
      rules={zMeetingNote}
      initial={{ note: '' }}
      toBody={bodyOf}
      send={(values) => draftMeetingMinutes({ ...request(move), body: bodyOf(values) })}
    >
      {() => <KeptHere meeting={move.minutes.meeting_id} />}
    </MoveDialog>
  );
}

/** What this device did not send is not in the text, and can't be noted any more once the sides read it. */
function KeptHere({ meeting }: { meeting: string }) {
  const { t } = useTranslation('meeting-day');
  const count = useKeptDays()[meeting] ?? 0;
  if (count === 0) return null;
  return (
    <Alert role="alert" color="felt" icon={<Icon name="alert" />}>
      {t('kept_here', { count })}
    </Alert>
  );
}

/** Approves the text that was read. */
function Approve(move: MoveProps) {
  const { t } = useTranslation('minutes');
  const { revision } = move.minutes;
  const approval = ({ note }: Note) => ({ revision, ...bodyOf({ note }) });
  return (
    <MoveDialog<Note, MeetingMinutes>
      {...useMove(move)}
      title={t('move.approve_meeting_minutes')}
      help={t('help.approve_meeting_minutes')}
      confirm={t('move.approve_meeting_minutes')}
      rules={zMinutesApproval}
      initial={{ note: '' }}
      toBody={approval}
      send={(values) => approveMeetingMinutes({ ...request(move), body: approval(values) })}
    >
      {() => null}
    </MoveDialog>
  );
}

interface Word extends Record<string, unknown> {
  answer: MinutesAnswerKind;
  words: string;
}

const wordOf = ({ answer, words }: Word) => ({
  answer,
  words: answer === 'objected' ? words.trim() : undefined,
});

interface WordFieldsProps {
  form: {
    values: Word;
    getInputProps: (field: 'answer' | 'words') => GetInputPropsReturnType;
  };
  label: string;
}

/** That a side agrees, or to what it objects. */
function WordFields({ form, label }: WordFieldsProps) {
  const { t } = useTranslation('minutes');
  const answers = (['approved', 'objected'] as const).map((value) => ({
    value,
    label: t(`say.${value}`),
  }));
  return (
    <>
      <NativeSelect size="md" label={label} data={answers} {...form.getInputProps('answer')} />
      {form.values.answer === 'objected' && (
        <Textarea
          withAsterisk
          autosize
          minRows={3}
          size="md"
          label={t('objection')}
          description={t('objection_help')}
          {...form.getInputProps('words')}
        />
      )}
    </>
  );
}

/** The word of one's own side. */
function Answer(move: MoveProps) {
  const { t } = useTranslation('minutes');
  const { revision } = move.minutes;
  const body = (values: Word) => ({ revision, ...wordOf(values) });
  return (
    <MoveDialog<Word, MeetingMinutes>
      {...useMove(move)}
      title={t('move.answer_meeting_minutes')}
      help={t('help.answer_meeting_minutes')}
      confirm={t('move.answer_meeting_minutes')}
      rules={zMinutesWord}
      initial={{ answer: 'approved', words: '' }}
      toBody={body}
      send={(values) => answerMeetingMinutes({ ...request(move), body: body(values) })}
    >
      {(form) => <WordFields form={form} label={t('your_word')} />}
    </MoveDialog>
  );
}

interface Heard extends Word {
  at: string;
  witness: string;
}

/** What a side said without an account. */
function Hear(move: MoveProps) {
  const { t } = useTranslation('minutes');
  const title = useSideTitle();
  const { sides, revision } = move.minutes;
  const body = (values: Heard): HeardMinutesWord => {
    const side = sides[Number(values.at)];
    return {
      ...wordOf(values),
      revision,
      side: side?.side ?? 'other',
      organisation_id: side?.organisation?.id,
      witness: values.witness.trim(),
    };
  };
  return (
    <MoveDialog<Heard, MeetingMinutes>
      {...useMove(move)}
      title={t('move.record_minutes_answer')}
      help={t('help.record_minutes_answer')}
      confirm={t('move.record_minutes_answer')}
      rules={zHeardMinutesWord}
      initial={{ at: '0', answer: 'approved', words: '', witness: '' }}
      toBody={body}
      send={(values) => recordMinutesAnswer({ ...request(move), body: body(values) })}
    >
      {(form) => (
        <>
          <NativeSelect
            size="md"
            label={t('side')}
            data={sides.map((side, at) => ({ value: String(at), label: title(side) }))}
            {...form.getInputProps('at')}
          />
          <WordFields form={form} label={t('their_word')} />
          <TextInput
            withAsterisk
            size="md"
            label={t('witness')}
            description={t('witness_help')}
            {...form.getInputProps('witness')}
          />
        </>
      )}
    </MoveDialog>
  );
}

export const dialogs = {
  draft_meeting_minutes: Draft,
  answer_meeting_minutes: Answer,
  approve_meeting_minutes: Approve,
  record_minutes_answer: Hear,
} as const satisfies Record<string, ComponentType<MoveProps>>;
