import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type AgendaItem,
  type AgendaItemKind,
  declineAgendaItem,
  type NewAgendaItem,
  proposeAgendaItem,
} from '@/api/generated';
import { zAgendaRefusal, zNewAgendaItem } from '@/api/generated/zod.gen';
import { idempotent, ifMatch, newIdempotencyKey } from '@/api/headers';
import { useMe } from '@/features/identity/useMe';
import { MoveDialog } from '@/ui/forms/MoveDialog';
import { useReadMeetingAgain } from '../useKeepMeeting';
import type { MeetingMove } from './MeetingDialog';
import { type Subject, SubjectField } from './SubjectField';

interface Values extends Record<string, unknown> {
  kind: AgendaItemKind;
  topic: string;
  impact_id: string | null;
  grievance_id: string | null;
  agreement_id: string | null;
  commitment_id: string | null;
  note: string;
}

const nothing: Values = {
  kind: 'topic',
  topic: '',
  impact_id: null,
  grievance_id: null,
  agreement_id: null,
  commitment_id: null,
  note: '',
};

/** Words, or one record: whatever was chosen before the kind was changed is not meant. */
const bodyOf = ({ kind, note, ...values }: Values): NewAgendaItem => ({
  ...(kind === 'topic'
    ? { topic: values.topic.trim() }
    : { [`${kind}_id`]: values[`${kind}_id`] ?? missing }),
  note: note.trim() || null,
});

/** What is no id, to be refused by the field's own rule. */
const missing = '';

const registers = {
  impact: 'list_impacts',
  grievance: 'list_grievances',
  agreement: 'list_agreements',
  commitment: 'list_commitments',
} as const satisfies Record<Subject, string>;

const subjects = Object.keys(registers) as Subject[];

export function ProposeDialog({ meeting, onClose }: MeetingMove) {
  const { t } = useTranslation('meetings');
  const [key] = useState(newIdempotencyKey);
  const again = useReadMeetingAgain();
  const { operations } = useMe();
  const kinds: AgendaItemKind[] = [
    'topic',
    ...subjects.filter((subject) => operations.includes(registers[subject])),
  ];
  return (
    <MoveDialog
      title={t('propose')}
      help={t('propose_help')}
      confirm={t('propose')}
      rules={zNewAgendaItem}
      initial={nothing}
      toBody={bodyOf}
      send={(values) =>
        proposeAgendaItem({
          path: { id: meeting.id },
          headers: idempotent(key),
          body: bodyOf(values),
        })
      }
      onSaved={again}
      onStale={again}
      onClose={onClose}
    >
      {(form) => (
        <>
          <NativeSelect
            size="md"
            label={t('about')}
            data={kinds.map((value) => ({ value, label: t(`item_kind.${value}`) }))}
            {...form.getInputProps('kind')}
          />
          {form.values.kind === 'topic' ? (
            <TextInput
              withAsterisk
              label={t('topic')}
              description={t('topic_help')}
              {...form.getInputProps('topic')}
            />
          ) : (
            <SubjectField
              key={form.values.kind}
              kind={form.values.kind}
              label={t(`item_kind.${form.values.kind}`)}
              value={form.values[`${form.values.kind}_id`]}
              onChange={(id) => form.setFieldValue(`${form.values.kind}_id`, id)}
              error={form.errors[`${form.values.kind}_id`]}
            />
          )}
          <Textarea
            autosize
            minRows={2}
            label={t('why_speak')}
            description={t('why_speak_help')}
            {...form.getInputProps('note')}
          />
        </>
      )}
    </MoveDialog>
  );
}

interface DeclineProps {
  item: AgendaItem;
  onClose: () => void;
}

export function DeclineDialog({ item, onClose }: DeclineProps) {
  const { t } = useTranslation('meetings');
  const again = useReadMeetingAgain();
  return (
    <MoveDialog
      title={t('decline')}
      help={t('decline_help')}
      confirm={t('decline')}
      rules={zAgendaRefusal}
      initial={{ reason: '' }}
      send={(body) => declineAgendaItem({ path: { id: item.id }, headers: ifMatch(item), body })}
      onSaved={again}
      onStale={again}
      onClose={onClose}
    >
      {(form) => (
        <Textarea
          withAsterisk
          autosize
          minRows={2}
          label={t('why')}
          {...form.getInputProps('reason')}
        />
      )}
    </MoveDialog>
  );
}
