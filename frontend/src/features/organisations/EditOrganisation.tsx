import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { getOrganisation, type Organisation, updateOrganisation } from '@/api/generated';
import { getOrganisationQueryKey } from '@/api/generated/@tanstack/react-query.gen';
import { zNewOrganisation, zOrganisationChange } from '@/api/generated/zod.gen';
import { PlaceName } from '@/features/places/PlaceName';
import { paths } from '@/paths';
import { namesToCompare } from '@/ui/forms/ConflictDialog';
import { EditRecord } from '@/ui/forms/EditRecord';
import { TextLink } from '@/ui/links';
import { useName } from '@/ui/names';
import { OrganisationFields } from './OrganisationFields';
import { useOrganisationLabels } from './useOrganisationLabels';
import { useOrganisationSaved } from './useOrganisationSaved';
import { type OrganisationValues, organisationValues } from './values';

export function EditOrganisation({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation('organisations');
  const name = useName();
  const navigate = useNavigate();
  const labels = useOrganisationLabels();
  const path = { id: organisation.id };
  const target = { to: paths.organisation, params: { organisationId: organisation.id } };
  return (
    <EditRecord
      title={t('edit')}
      back={<TextLink {...target}>{name(organisation.names)}</TextLink>}
      labels={labels}
      schema={zNewOrganisation}
      changeSchema={zOrganisationChange}
      record={organisation}
      recordKey={getOrganisationQueryKey({ path })}
      valuesOf={organisationValues}
      save={(request) => updateOrganisation({ path, ...request })}
      load={() => getOrganisation({ path })}
      onSaved={useOrganisationSaved()}
      onCancel={() => navigate(target)}
      compared={[
        ...namesToCompare<OrganisationValues>(t('names'), ({ names }) => names),
        {
          label: labels.territory_id,
          value: ({ territory_id }) => territory_id,
          show: ({ territory_id }) => territory_id && <PlaceName id={territory_id} />,
        },
      ]}
    >
      {(form) => <OrganisationFields form={form} isNew={false} />}
    </EditRecord>
  );
}
