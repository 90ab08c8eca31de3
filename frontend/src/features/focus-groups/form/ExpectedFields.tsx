import { NumberInput, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FieldSource } from '@/ui/forms/NamesFields';

export function ExpectedFields({ form }: { form: FieldSource }) {
  const { t } = useTranslation('focus-groups');
  const labels = {
    people: t('expected_people'),
    women: t('expected_women'),
    youth: t('expected_youth'),
  };
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }}>
      {(['people', 'women', 'youth'] as const).map((part) => {
        const { value, onChange, ...input } = form.getInputProps(`expected.${part}`);
        return (
          <NumberInput
            key={part}
            withAsterisk
            hideControls
            allowDecimal={false}
            allowNegative={false}
            maxLength={3}
            label={labels[part]}
            onChange={(typed) => onChange(typeof typed === 'number' ? typed : null)}
            {...input}
            value={value ?? ''}
          />
        );
      })}
    </SimpleGrid>
  );
}
