import { NativeSelect, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FieldSource } from '@/ui/forms/NamesFields';
import { WholeInput } from '@/ui/forms/WholeInput';
import { ageBands, sexes } from '../vocabulary';
import type { FactValues } from './values';

/** Sex and age of a person: the year of birth where it is known, the age band where it is guessed. */
export function PersonFields({ form }: { form: FieldSource & { values: FactValues } }) {
  const { t } = useTranslation('stakeholders');
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }}>
      <Choice
        form={form}
        path="sex"
        label={t('sex_label')}
        choices={sexes.map((value) => ({ value, label: t(`sex.${value}`) }))}
      />
      <WholeInput label={t('birth_year')} maxLength={4} {...form.getInputProps('birth_year')} />
      <Choice
        form={form}
        path="age_band"
        label={t('age_band_label')}
        disabled={form.values.birth_year !== null}
        choices={ageBands.map((value) => ({ value, label: t(`age_band.${value}`) }))}
      />
    </SimpleGrid>
  );
}

interface ChoiceProps {
  form: FieldSource;
  path: string;
  label: string;
  disabled?: boolean;
  choices: { value: string; label: string }[];
}

/** One of a few, or nothing. */
export function Choice({ form, path, label, disabled, choices }: ChoiceProps) {
  const { t } = useTranslation('records');
  const { value, onChange, ...input } = form.getInputProps(path);
  return (
    <NativeSelect
      size="md"
      label={label}
      disabled={disabled}
      data={[{ value: '', label: t('none') }, ...choices]}
      value={value ?? ''}
      onChange={({ currentTarget }) => onChange(currentTarget.value || null)}
      {...input}
    />
  );
}
