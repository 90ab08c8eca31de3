import { SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FieldSource } from '@/ui/forms/NamesFields';

/** How somebody is reached; `path` ends in a dot where it is a part of a longer form. */
export function ContactFields({ form, path = '' }: { form: FieldSource; path?: string }) {
  const { t } = useTranslation('stakeholders');
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <TextInput type="tel" label={t('phone')} {...form.getInputProps(`${path}phone`)} />
      <TextInput type="email" label={t('email')} {...form.getInputProps(`${path}email`)} />
      <TextInput label={t('address')} {...form.getInputProps(`${path}address`)} />
    </SimpleGrid>
  );
}
