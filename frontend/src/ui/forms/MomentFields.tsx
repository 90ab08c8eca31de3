import { Group, TextInput } from '@mantine/core';
import { DayField } from './DayField';
import type { FieldSource } from './NamesFields';

interface Props {
  form: FieldSource;
  path: string;
  dayLabel: string;
  timeLabel: string;
  timeHelp: string;
  /** Hears of the day that was chosen, with the time beside it. */
  onDay?: (day: string) => void;
}

/** A day and a time, as Bishkek has them, in one value: `2026-06-15T10:00`. */
export function MomentFields({ form, path, dayLabel, timeLabel, timeHelp, onDay }: Props) {
  const { value, onChange, error, ...input } = form.getInputProps(path);
  const [day = '', time = ''] = String(value ?? '').split('T');
  return (
    <Group align="flex-start" gap="sm" wrap="nowrap">
      <DayField
        {...input}
        withAsterisk
        flex="1 1 9rem"
        label={dayLabel}
        error={error}
        popoverProps={{ withinPortal: false }}
        value={day || null}
        onChange={(chosen) => {
          onChange(`${chosen ?? ''}T${time}`);
          if (chosen) onDay?.(chosen);
        }}
      />
      <TextInput
        withAsterisk
        type="time"
        flex="0 1 9.5rem"
        label={timeLabel}
        aria-description={timeHelp}
        value={time}
        onChange={({ currentTarget }) => onChange(`${day}T${currentTarget.value}`)}
      />
    </Group>
  );
}
