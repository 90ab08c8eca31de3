import { Select, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { OrganisationPicker } from '@/features/organisations/OrganisationPicker';
import { PlacePicker } from '@/features/places/PlacePicker';
import { type FieldSource, NamesFields } from '@/ui/forms/NamesFields';
import { PointFields } from '@/ui/forms/PointFields';
import { siteStages } from './values';

/** Its company is named once: cases are released to it. */
export function SiteFields({ form, isNew }: { form: FieldSource; isNew: boolean }) {
  const { t } = useTranslation('sites');
  return (
    <>
      <NamesFields form={form} path="names" legend={t('names')} />
      {isNew && (
        <OrganisationPicker
          withAsterisk
          kind="company"
          label={t('company')}
          description={t('company_help')}
          {...form.getInputProps('organisation_id')}
        />
      )}
      <PlacePicker
        withAsterisk
        label={t('place')}
        description={t('place_help')}
        {...form.getInputProps('place_id')}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          withAsterisk
          label={t('licence_number')}
          {...form.getInputProps('licence_number')}
        />
        <TextInput withAsterisk label={t('mineral')} {...form.getInputProps('mineral')} />
        <Select
          withAsterisk
          label={t('stage_label')}
          data={siteStages.map((stage) => ({ value: stage, label: t(`stage.${stage}`) }))}
          {...form.getInputProps('stage')}
        />
      </SimpleGrid>
      <PointFields form={form} />
    </>
  );
}
