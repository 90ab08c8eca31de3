import { Checkbox, Text, TextInput } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { zConfidentiality } from '@/api/generated/zod.gen';
import { ChoiceList } from '@/ui/ChoiceList';
import type { ApiForm } from '@/ui/forms/useApiForm';
import type { RecordValues } from './recording';

/** Who speaks, and who may know. */
export function PersonFields({ form }: { form: ApiForm<RecordValues> }) {
  const { t } = useTranslation(['cases', 'grievances']);
  const labelId = useId();
  const { confidentiality } = form.values.grievance;
  const error = form.errors['grievance.confidentiality'];
  return (
    <>
      <div>
        <Text fw={500} id={labelId} mb="xs">
          {t('record.confidentiality')}
        </Text>
        <ChoiceList
          labelledBy={labelId}
          value={confidentiality || undefined}
          onChange={(value) => form.setFieldValue('grievance.confidentiality', value)}
          choices={zConfidentiality.options.map((value) => ({
            value: value as string,
            label: t(`grievances:confidentiality.${value}`),
            help: t(`record.confidentiality_help.${value}`),
          }))}
        />
        {error && (
          <Text c="var(--mantine-color-error)" mt="xs">
            {error}
          </Text>
        )}
      </div>
      {confidentiality !== '' && confidentiality !== 'anonymous' && (
        <>
          <TextInput
            label={t('record.name')}
            autoComplete="off"
            {...form.getInputProps('grievance.reporter.name')}
          />
          <TextInput
            label={t('record.contact')}
            autoComplete="off"
            {...form.getInputProps('grievance.reporter.contact')}
          />
        </>
      )}
      <Checkbox
        label={t('record.share')}
        {...form.getInputProps('grievance.share_with_community', { type: 'checkbox' })}
      />
    </>
  );
}
