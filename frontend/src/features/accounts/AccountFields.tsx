import { Select, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { OrganisationPicker } from '@/features/organisations/OrganisationPicker';
import { PlacesPicker } from '@/features/places/PlacePicker';
import { ProgrammesPicker } from '@/features/programmes/ProgrammesPicker';
import { languageNames, languages } from '@/i18n/languages';
import type { FieldSource } from '@/ui/forms/NamesFields';
import { personRoles } from './values';

interface Props {
  form: FieldSource;
  /** Nobody changes their own role. */
  ownAccount?: boolean;
}

/** What an account is for: the same for one that is there and one that a person is invited to. */
export function AccountFields({ form, ownAccount }: Props) {
  const { t } = useTranslation(['accounts', 'identity']);
  return (
    <>
      <Select
        allowDeselect={false}
        label={t('accounts:language')}
        data={languages.map((value) => ({ value, label: languageNames[value] }))}
        {...form.getInputProps('language')}
      />
      {ownAccount ? (
        <Text c="dimmed">{t('accounts:own_role')}</Text>
      ) : (
        <Select
          withAsterisk
          allowDeselect={false}
          label={t('accounts:role')}
          description={t('accounts:role_help')}
          data={personRoles.map((role) => ({ value: role, label: t(`identity:role.${role}`) }))}
          {...form.getInputProps('role')}
        />
      )}
      <OrganisationPicker
        withAsterisk
        allowDeselect={false}
        label={t('accounts:organisation')}
        {...form.getInputProps('organisation_id')}
      />
      <PlacesPicker
        label={t('accounts:places')}
        description={t('accounts:places_help')}
        {...form.getInputProps('place_ids')}
      />
      <ProgrammesPicker
        label={t('accounts:programmes')}
        description={t('accounts:programmes_help')}
        {...form.getInputProps('programme_ids')}
      />
    </>
  );
}
