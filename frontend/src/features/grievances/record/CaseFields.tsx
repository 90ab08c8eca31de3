import { NativeSelect, SimpleGrid, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { languageNames, languages } from '@/i18n/languages';
import { DayField } from '@/ui/forms/DayField';
import type { ApiForm } from '@/ui/forms/useApiForm';
import { PlaceSelect } from '../PlaceSelect';
import { SiteSelect } from '../SiteSelect';
import { categories, personalChannels } from '../vocabulary';
import type { RecordValues } from './recording';

/** What happened, where and when. */
export function CaseFields({ form }: { form: ApiForm<RecordValues> }) {
  const { t } = useTranslation('cases');
  const { place_id, site_id, occurred_on } = form.values.grievance;
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <NativeSelect
          label={t('record.channel')}
          withAsterisk
          data={[
            { value: '', label: t('choose') },
            ...personalChannels.map((value) => ({ value, label: t(`channel.${value}`) })),
          ]}
          {...form.getInputProps('channel')}
        />
        <NativeSelect
          label={t('record.language')}
          withAsterisk
          data={languages.map((value) => ({ value, label: languageNames[value] }))}
          {...form.getInputProps('grievance.language')}
        />
      </SimpleGrid>
      <Textarea
        autosize
        minRows={5}
        withAsterisk
        label={t('record.narrative')}
        description={t('record.narrative_help')}
        {...form.getInputProps('grievance.narrative')}
      />
      <Textarea
        autosize
        minRows={2}
        label={t('record.wish')}
        {...form.getInputProps('grievance.wish')}
      />
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
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <DayField
          label={t('record.occurred_on')}
          maxDate={new Date()}
          clearable
          error={form.errors['grievance.occurred_on']}
          value={occurred_on || null}
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
    </>
  );
}
