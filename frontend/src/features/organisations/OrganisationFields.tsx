import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PlacePicker } from '@/features/places/PlacePicker';
import { type FieldSource, NamesFields } from '@/ui/forms/NamesFields';
import { organisationKinds } from './values';

/** Its kind is chosen once: accounts and sites rely on it. */
export function OrganisationFields({ form, isNew }: { form: FieldSource; isNew: boolean }) {
  const { t } = useTranslation('organisations');
  return (
    <>
      {isNew && (
        <Select
          withAsterisk
          label={t('kind_label')}
          description={t('kind_help')}
          data={organisationKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          {...form.getInputProps('kind')}
        />
      )}
      <NamesFields form={form} path="names" legend={t('names')} />
      <PlacePicker
        clearable={isNew}
        label={t('territory')}
        description={t('territory_help')}
        {...form.getInputProps('territory_id')}
      />
    </>
  );
}
