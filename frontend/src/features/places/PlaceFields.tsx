import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type FieldSource, NamesFields } from '@/ui/forms/NamesFields';
import { PointFields } from '@/ui/forms/PointFields';
import { PlacePicker } from './PlacePicker';
import { placeLevels } from './values';

/** Where a place stands in the tree is said once, when it is added. */
export function PlaceFields({ form, isNew }: { form: FieldSource; isNew: boolean }) {
  const { t } = useTranslation('places');
  return (
    <>
      {isNew && (
        <>
          <PlacePicker
            clearable
            label={t('parent')}
            description={t('parent_help')}
            {...form.getInputProps('parent_id')}
          />
          <Select
            withAsterisk
            label={t('level_label')}
            data={placeLevels.map((level) => ({ value: level, label: t(`level.${level}`) }))}
            {...form.getInputProps('level')}
          />
        </>
      )}
      <NamesFields form={form} path="names" legend={t('names')} />
      {isNew && (
        <TextInput
          withAsterisk
          label={t('code')}
          description={t('code_help')}
          {...form.getInputProps('code')}
        />
      )}
      <PointFields form={form} />
    </>
  );
}
