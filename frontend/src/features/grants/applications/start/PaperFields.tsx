import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { GrantApplicantKind } from '@/api/generated';
import { OrganisationPicker } from '@/features/organisations/OrganisationPicker';
import { StakeholderPicker } from '@/features/stakeholders/StakeholderPicker';
import type { FieldSource } from '@/ui/forms/NamesFields';

interface Props {
  form: FieldSource;
  applicant: GrantApplicantKind;
}

/** For whom the programme enters an application: who has no account. */
export function PaperFields({ form, applicant }: Props) {
  const { t } = useTranslation('grant-applications');
  return (
    <>
      <Text>{t('paper_help')}</Text>
      {applicant === 'community_group' && (
        <OrganisationPicker
          withAsterisk
          kind="community_group"
          label={t('organisation')}
          {...form.getInputProps('organisation_id')}
        />
      )}
      <StakeholderPicker
        clearable
        label={t('register')}
        description={t('register_help')}
        {...form.getInputProps('stakeholder_id')}
      />
    </>
  );
}
