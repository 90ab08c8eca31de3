import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AssemblyForm, createAssembly, endorseMandate, type Mandate } from '@/api/generated';
import { zNewAssembly } from '@/api/generated/zod.gen';
import { idempotent, ifMatch, newIdempotencyKey } from '@/api/headers';
import { todayInBishkek } from '@/ui/calendar/month';
import { DayField } from '@/ui/forms/DayField';
import { assemblyForms } from '../vocabulary';
import { AttendanceFields } from './AttendanceFields';
import { type Counts, countsOf, noCounts } from './counts';
import { MandateDialog, type MandateMove } from './MandateDialog';

interface Values extends Record<string, unknown> {
  form: AssemblyForm;
  held_on: string | null;
  venue: string;
  attendance: Counts;
  note: string;
}

const nothing: Values = {
  form: 'assembly',
  held_on: null,
  venue: '',
  attendance: noCounts,
  note: '',
};

const bodyOf = (
  { programme_id, place }: Mandate,
  { venue, attendance, note, ...facts }: Values,
) => ({
  ...facts,
  programme_id,
  place_id: place.id,
  venue: venue.trim() || null,
  attendance: countsOf(attendance),
  note: note.trim() || null,
});

/** Records the assembly, and that it gave the person its word. */
export function NewAssemblyDialog({ mandate, onClose }: MandateMove) {
  const { t } = useTranslation('mandates');
  // Sent again after a failure of the second step, the assembly is still recorded once.
  const [key] = useState(newIdempotencyKey);
  const send = async (values: Values) => {
    const body = zNewAssembly.parse(bodyOf(mandate, values));
    const { data } = await createAssembly({ headers: idempotent(key), body });
    return endorseMandate({
      path: { id: mandate.id },
      headers: ifMatch(mandate),
      body: { assembly_id: data.id },
    });
  };
  return (
    <MandateDialog
      wide
      title={t('move.endorse_mandate')}
      help={t('endorse_help')}
      rules={zNewAssembly}
      initial={nothing}
      toBody={(values) => bodyOf(mandate, values)}
      mandate={mandate}
      send={send}
      onClose={onClose}
    >
      {(form) => (
        <>
          <NativeSelect
            size="md"
            label={t('form_label')}
            data={assemblyForms.map((value) => ({ value, label: t(`form.${value}`) }))}
            {...form.getInputProps('form')}
          />
          <DayField
            withAsterisk
            label={t('held_on')}
            maxDate={todayInBishkek()}
            popoverProps={{ withinPortal: false }}
            {...form.getInputProps('held_on')}
          />
          <TextInput label={t('venue')} {...form.getInputProps('venue')} />
          <AttendanceFields
            counts={form.values.attendance}
            onChange={(attendance) => form.setFieldValue('attendance', attendance)}
            missing={Boolean(form.errors.attendance)}
          />
          <Textarea autosize minRows={2} label={t('note')} {...form.getInputProps('note')} />
        </>
      )}
    </MandateDialog>
  );
}
