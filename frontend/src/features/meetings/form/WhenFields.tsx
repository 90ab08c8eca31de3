import { Group, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DayField } from '@/ui/forms/DayField';
import type { FieldSource } from '@/ui/forms/NamesFields';

interface Props {
  form: FieldSource;
  path: 'starts_at' | 'ends_at';
}

/** A day and a time, as Bishkek has them, in one value. */
export function WhenFields({ form, path }: Props) {
  const { t } = useTranslation('meetings');
  const { value, onChange, error, ...input } = form.getInputProps(path);
  const [day = '', time = ''] = String(value ?? '').split('T');
  const end = form.getInputProps('ends_at');
  const choose = (chosen: string | null) => {
    onChange(`${chosen ?? ''}T${time}`);
    // Most meetings end on the day on which they begin.
    if (path === 'starts_at' && chosen && String(end.value).startsWith('T')) {
      end.onChange(`${chosen}${end.value}`);
    }
  };
  return (
    <Group align="flex-start" gap="sm" wrap="nowrap">
      <DayField
        {...input}
        withAsterisk
        flex="1 1 9rem"
        label={t(`${path}_day`)}
        error={error}
        popoverProps={{ withinPortal: false }}
        value={day || null}
        onChange={choose}
      />
      <TextInput
        withAsterisk
        type="time"
        flex="0 1 9.5rem"
        label={t(`${path}_time`)}
        aria-description={t('time_help')}
        value={time}
        onChange={({ currentTarget }) => onChange(`${day}T${currentTarget.value}`)}
      />
    </Group>
  );
}
