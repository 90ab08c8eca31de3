import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { getSite, type Site, updateSite } from '@/api/generated';
import { getSiteQueryKey } from '@/api/generated/@tanstack/react-query.gen';
import { zNewSite, zSiteChange } from '@/api/generated/zod.gen';
import { PlaceName } from '@/features/places/PlaceName';
import { paths } from '@/paths';
import { namesToCompare } from '@/ui/forms/ConflictDialog';
import { EditRecord } from '@/ui/forms/EditRecord';
import { TextLink } from '@/ui/links';
import { useName } from '@/ui/names';
import { SiteFields } from './SiteFields';
import { useSiteLabels } from './useSiteLabels';
import { useSiteSaved } from './useSiteSaved';
import { type SiteValues, siteValues } from './values';

export function EditSite({ site }: { site: Site }) {
  const { t } = useTranslation('sites');
  const name = useName();
  const navigate = useNavigate();
  const labels = useSiteLabels();
  const path = { id: site.id };
  const target = { to: paths.site, params: { siteId: site.id } };
  return (
    <EditRecord
      title={t('edit')}
      back={<TextLink {...target}>{name(site.names)}</TextLink>}
      labels={labels}
      schema={zNewSite}
      changeSchema={zSiteChange}
      record={site}
      recordKey={getSiteQueryKey({ path })}
      valuesOf={siteValues}
      save={(request) => updateSite({ path, ...request })}
      load={() => getSite({ path })}
      onSaved={useSiteSaved()}
      onCancel={() => navigate(target)}
      compared={[
        ...namesToCompare<SiteValues>(t('names'), ({ names }) => names),
        { label: labels.licence_number, value: ({ licence_number }) => licence_number },
        { label: labels.mineral, value: ({ mineral }) => mineral },
        {
          label: labels.stage,
          value: ({ stage }) => stage,
          show: ({ stage }) => stage && t(`stage.${stage}`),
        },
        {
          label: labels.place_id,
          value: ({ place_id }) => place_id,
          show: ({ place_id }) => place_id && <PlaceName id={place_id} />,
        },
        { label: labels.latitude, value: ({ latitude }) => latitude },
        { label: labels.longitude, value: ({ longitude }) => longitude },
      ]}
    >
      {(form) => <SiteFields form={form} isNew={false} />}
    </EditRecord>
  );
}
