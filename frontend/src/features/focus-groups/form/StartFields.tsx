import { Group, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DayField } from '@/ui/forms/DayField';
import type { FieldSource } from '@/ui/forms/NamesFields';

/** A day and a time, as Bishkek has them, in one value. */
export function StartFields({ form }: { form: FieldSource }) {
  const { t } = useTranslation('focus-groups');
  const { value, onChange, error, ...input } = form.getInputProps('starts_at');
  const [day = '', time = ''] = String(value ?? '').split('T');
  return (
    <Group align="flex-start" gap="sm" wrap="nowrap">
      <DayField
        {...input}
        withAsterisk
        flex="1 1 9rem"
        label={t('day')}
        error={error}
        value={day || null}
        onChange={(chosen) => onChange(`${chosen ?? ''}T${time}`)}
      />
      <TextInput
        withAsterisk
        type="time"
        flex="0 1 8rem"
        label={t('time')}
        aria-description={t('time_help')}
        value={time}
        onChange={({ currentTarget }) => onChange(`${day}T${currentTarget.value}`)}
      />
    </Group>
  );
}
