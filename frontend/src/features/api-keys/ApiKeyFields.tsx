import { Checkbox, Select, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { OrganisationPicker } from '@/features/organisations/OrganisationPicker';
import { useProgrammeOptions } from '@/features/programmes/useProgrammeOptions';
import { DayField } from '@/ui/forms/DayField';
import type { ApiForm } from '@/ui/forms/useApiForm';
import { dayOf, endOfDay, type KeyValues, keyScopes } from './values';

export function ApiKeyFields({ form }: { form: ApiForm<KeyValues> }) {
  const { t } = useTranslation('api-keys');
  const expiry = form.getInputProps('expires_at');
  return (
    <>
      <TextInput
        withAsterisk
        label={t('name')}
        description={t('name_help')}
        {...form.getInputProps('name')}
      />
      <OrganisationPicker
        withAsterisk
        kind="partner"
        label={t('organisation')}
        description={t('organisation_help')}
        {...form.getInputProps('organisation_id')}
      />
      <Select
        withAsterisk
        label={t('programme')}
        data={useProgrammeOptions()}
        {...form.getInputProps('programme_id')}
      />
      <Checkbox.Group
        withAsterisk
        size="md"
        label={t('scopes')}
        description={t('scopes_help')}
        {...form.getInputProps('scopes')}
      >
        <Stack gap="sm" mt="sm">
          {keyScopes.map((scope) => (
            <Checkbox
              key={scope}
              value={scope}
              label={t(`scope.${scope}.label`)}
              description={t(`scope.${scope}.help`)}
            />
          ))}
        </Stack>
      </Checkbox.Group>
      <DayField
        withAsterisk
        maw={320}
        label={t('expires_on')}
        description={t('expires_help')}
        error={expiry.error}
        value={dayOf(form.values.expires_at)}
        onChange={(day) => form.setFieldValue('expires_at', endOfDay(day))}
      />
    </>
  );
}
