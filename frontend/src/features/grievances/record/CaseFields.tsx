import { NativeSelect, SimpleGrid, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { bishkekDay } from '@/features/intake/days';
import { languageNames, languages } from '@/i18n/languages';
import { DayField } from '@/ui/forms/DayField';
import type { ApiForm } from '@/ui/forms/useApiForm';
import { PlaceSelect } from '../PlaceSelect';
import { SiteSelect } from '../SiteSelect';
import { categories, personalChannels } from '../vocabulary';
import type { RecordValues } from './recording';

export interface FieldsProps {
  form: ApiForm<RecordValues>;
}

export function ChannelField({ form }: FieldsProps) {
  const { t } = useTranslation('cases');
  return (
    <NativeSelect
      label={t('record.channel')}
      withAsterisk
      data={[
        { value: '', label: t('choose') },
        ...personalChannels.map((value) => ({ value, label: t(`channel.${value}`) })),
      ]}
      {...form.getInputProps('channel')}
    />
  );
}

export function LanguageField({ form }: FieldsProps) {
  const { t } = useTranslation('cases');
  return (
    <NativeSelect
      label={t('record.language')}
      withAsterisk
      data={languages.map((value) => ({ value, label: languageNames[value] }))}
      {...form.getInputProps('grievance.language')}
    />
  );
}

export function NarrativeField({ form }: FieldsProps) {
  const { t } = useTranslation('cases');
  return (
    <Textarea
      autosize
      minRows={5}
      withAsterisk
      label={t('record.narrative')}
      description={t('record.narrative_help')}
      {...form.getInputProps('grievance.narrative')}
    />
  );
}

export function WishField({ form }: FieldsProps) {
  const { t } = useTranslation('cases');
  return (
    <Textarea
      autosize
      minRows={2}
      label={t('record.wish')}
      {...form.getInputProps('grievance.wish')}
    />
  );
}

export function WhereFields({ form }: FieldsProps) {
  const { t } = useTranslation('cases');
  const { place_id, site_id } = form.values.grievance;
  return (
    <>
      <PlaceSelect
        required
        label={t('record.place')}
        error={form.errors['grievance.place_id']}
        value={place_id || undefined}
        onChange={(id) => form.setFieldValue('grievance.place_id', id ?? '')}
      />
      <SiteSelect
        label={t('record.site')}
        error={form.errors['grievance.site_id']}
        value={site_id || undefined}
        onChange={(id) => form.setFieldValue('grievance.site_id', id ?? '')}
      />
    </>
  );
}

export function WhenFields({ form }: FieldsProps) {
  const { t } = useTranslation('cases');
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <DayField
        label={t('record.occurred_on')}
        maxDate={bishkekDay(new Date())}
        clearable
        error={form.errors['grievance.occurred_on']}
        value={form.values.grievance.occurred_on || null}
        onChange={(day) => form.setFieldValue('grievance.occurred_on', day ?? '')}
      />
      <NativeSelect
        label={t('record.category')}
        data={[
          { value: '', label: t('choose') },
          ...categories.map((value) => ({ value, label: t(`category.${value}`) })),
        ]}
        {...form.getInputProps('grievance.category')}
      />
    </SimpleGrid>
  );
}
