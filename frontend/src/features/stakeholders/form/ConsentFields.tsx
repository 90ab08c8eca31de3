import { NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { todayInBishkek } from '@/ui/calendar/month';
import { DayField } from '@/ui/forms/DayField';
import type { FieldSource } from '@/ui/forms/NamesFields';
import { consentForms } from '../vocabulary';

interface Props {
  form: FieldSource;
  /** Ends in a dot where it is a part of a longer form. */
  path?: string;
  /** Anything outside of a dialog would lie under it. */
  inDialog?: boolean;
}

/** What somebody agreed to, how and when. */
export function ConsentFields({ form, path = '', inDialog = false }: Props) {
  const { t } = useTranslation('stakeholders');
  const { value, onChange, ...how } = form.getInputProps(`${path}form`);
  const required = inDialog;
  return (
    <>
      <TextInput
        withAsterisk={required}
        label={t('consent_purpose')}
        description={t('consent_purpose_help')}
        {...form.getInputProps(`${path}purpose`)}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <NativeSelect
          size="md"
          withAsterisk={required}
          label={t('consent_form')}
          data={[
            { value: '', label: t('choose') },
            ...consentForms.map((each) => ({ value: each, label: t(`form.${each}`) })),
          ]}
          value={value ?? ''}
          onChange={({ currentTarget }) => onChange(currentTarget.value || null)}
          {...how}
        />
        <DayField
          clearable
          withAsterisk={required}
          label={t('consent_day')}
          maxDate={todayInBishkek()}
          popoverProps={{ withinPortal: !inDialog }}
          {...form.getInputProps(`${path}given_on`)}
        />
      </SimpleGrid>
    </>
  );
}
