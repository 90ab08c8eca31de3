import { NativeSelect, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { todayInBishkek } from '@/ui/calendar/month';
import { DayField } from '@/ui/forms/DayField';
import type { FieldSource } from '@/ui/forms/NamesFields';
import { WholeInput } from '@/ui/forms/WholeInput';
import { consentForms } from '../vocabulary';

interface Props {
  form: FieldSource;
  path: string;
  /** Anything outside of a dialog would lie under it. */
  inDialog?: boolean;
}

/** A day of the past, or today. */
export function PastDay({ form, path, label, inDialog = true }: Props & { label: string }) {
  return (
    <DayField
      withAsterisk
      label={label}
      maxDate={todayInBishkek()}
      popoverProps={{ withinPortal: !inDialog }}
      {...form.getInputProps(path)}
    />
  );
}

/** How many people. */
export function PeopleField({
  form,
  path,
  label,
  digits,
}: Props & { label: string; digits: number }) {
  return <WholeInput withAsterisk maxLength={digits} label={label} {...form.getInputProps(path)} />;
}

export function ConsentFormSelect({ form, path }: Props) {
  const { t } = useTranslation('focus-groups');
  const { value, onChange, ...input } = form.getInputProps(path);
  return (
    <NativeSelect
      size="md"
      withAsterisk
      label={t('consent_form')}
      data={[
        { value: '', label: t('choose') },
        ...consentForms.map((each) => ({ value: each, label: t(`form.${each}`) })),
      ]}
      value={value ?? ''}
      onChange={({ currentTarget }) => onChange(currentTarget.value || null)}
      {...input}
    />
  );
}

/** What is left out of a body if nothing is typed. */
export const filled = (text: string) => text.trim() || null;

export function NoteField({ form }: { form: FieldSource }) {
  const { t } = useTranslation('focus-groups');
  return (
    <Textarea
      autosize
      minRows={2}
      label={t('note')}
      description={t('note_help')}
      {...form.getInputProps('note')}
    />
  );
}
