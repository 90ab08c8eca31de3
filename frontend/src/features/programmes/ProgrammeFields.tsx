import { Select, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DayField } from '@/ui/forms/DayField';
import { NamesFields } from '@/ui/forms/NamesFields';
import type { ApiForm } from '@/ui/forms/useApiForm';
import { FocusAreasField } from './FocusAreasField';
import { type ProgrammeValues, programmeStatuses } from './values';

export function ProgrammeFields({ form }: { form: ApiForm<ProgrammeValues> }) {
  const { t } = useTranslation('programmes');
  return (
    <>
      <NamesFields form={form} path="names" legend={t('names')} />
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <DayField withAsterisk label={t('starts_on')} {...form.getInputProps('starts_on')} />
        <DayField withAsterisk label={t('ends_on')} {...form.getInputProps('ends_on')} />
        <Select
          withAsterisk
          allowDeselect={false}
          label={t('status_label')}
          data={programmeStatuses.map((status) => ({
            value: status,
            label: t(`status.${status}`),
          }))}
          {...form.getInputProps('status')}
        />
      </SimpleGrid>
      <NamesFields multiline form={form} path="objectives" legend={t('objectives')} />
      <FocusAreasField form={form} />
    </>
  );
}
