import { Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/ui/formats';
import type { DayParts } from '../days';

interface Props {
  parts: DayParts;
  impossible: boolean;
  onChange: (parts: DayParts) => void;
}

const monthNumbers = Array.from({ length: 12 }, (_, index) => String(index + 1));

/** Three plain fields: the browser's own date picker has no Kyrgyz month names. */
export function DayInput({ parts, impossible, onChange }: Props) {
  const { t } = useTranslation('intake');
  const { monthName } = useFormats();
  const complete = parts.day !== '' && parts.month !== '' && parts.year.length === 4;
  return (
    <>
      <Group align="flex-end" gap="sm">
        <TextInput
          label={t('when.day')}
          inputMode="numeric"
          maxLength={2}
          w={80}
          value={parts.day}
          onChange={({ currentTarget }) => onChange({ ...parts, day: currentTarget.value.trim() })}
        />
        <NativeSelect
          label={t('when.month')}
          size="md"
          value={parts.month}
          onChange={({ currentTarget }) => onChange({ ...parts, month: currentTarget.value })}
          data={[
            { value: '', label: '—' },
            ...monthNumbers.map((value) => ({ value, label: monthName(Number(value)) })),
          ]}
        />
        <TextInput
          label={t('when.year')}
          inputMode="numeric"
          maxLength={4}
          w={100}
          value={parts.year}
          onChange={({ currentTarget }) => onChange({ ...parts, year: currentTarget.value.trim() })}
        />
      </Group>
      {complete && impossible && (
        <Text role="alert" c="var(--mantine-color-error)">
          {t('when.impossible')}
        </Text>
      )}
    </>
  );
}
