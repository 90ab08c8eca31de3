import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { createOrganisation } from '@/api/generated';
import { zNewOrganisation } from '@/api/generated/zod.gen';
import { paths } from '@/paths';
import { NewRecord } from '@/ui/forms/NewRecord';
import { TextLink } from '@/ui/links';
import { OrganisationFields } from './OrganisationFields';
import { useOrganisationLabels } from './useOrganisationLabels';
import { useOrganisationSaved } from './useOrganisationSaved';
import { noOrganisation } from './values';

export function NewOrganisationPage() {
  const { t } = useTranslation('organisations');
  const navigate = useNavigate();
  return (
    <NewRecord
      title={t('new')}
      back={<TextLink to={paths.organisations}>{t('title')}</TextLink>}
      labels={useOrganisationLabels()}
      schema={zNewOrganisation}
      initial={noOrganisation}
      create={(request) => createOrganisation(request)}
      onSaved={useOrganisationSaved()}
      onCancel={() => navigate({ to: paths.organisations })}
    >
      {(form) => <OrganisationFields isNew form={form} />}
    </NewRecord>
  );
}
