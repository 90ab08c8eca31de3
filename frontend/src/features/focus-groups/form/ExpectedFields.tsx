import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FieldSource } from '@/ui/forms/NamesFields';
import { WholeInput } from '@/ui/forms/WholeInput';

export function ExpectedFields({ form }: { form: FieldSource }) {
  const { t } = useTranslation('focus-groups');
  const labels = {
    people: t('expected_people'),
    women: t('expected_women'),
    youth: t('expected_youth'),
  };
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }}>
      {(['people', 'women', 'youth'] as const).map((part) => (
        <WholeInput
          key={part}
          withAsterisk
          maxLength={3}
          label={labels[part]}
          {...form.getInputProps(`expected.${part}`)}
        />
      ))}
    </SimpleGrid>
  );
}
