import { NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { zConsentGiven } from '@/api/generated/zod.gen';
import type { FieldsProps } from './CaseFields';

/** How the person agreed to its being written down. Whoever enters it is noted by the server. */
export function ConsentFields({ form }: FieldsProps) {
  const { t } = useTranslation('cases');
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <NativeSelect
        label={t('record.consent')}
        description={t('record.consent_help')}
        withAsterisk
        data={[
          { value: '', label: t('choose') },
          ...zConsentGiven.options.map((value) => ({ value, label: t(`consent.${value}`) })),
        ]}
        {...form.getInputProps('consent.given')}
      />
      <TextInput
        label={t('record.consent_note')}
        description={t('record.consent_note_help')}
        autoComplete="off"
        {...form.getInputProps('consent.note')}
      />
    </SimpleGrid>
  );
}
