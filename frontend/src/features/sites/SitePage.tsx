import { Paper } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Site } from '@/api/generated';
import { getSiteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { HereLink } from '@/features/impacts/HereLink';
import { PlacePath } from '@/features/places/PlacePath';
import { paths } from '@/paths';
import { BackLink } from '@/ui/BackLink';
import { Facts } from '@/ui/Facts';
import { ButtonLink, TextLink } from '@/ui/links';
import { useName } from '@/ui/names';
import { useNamesFacts } from '@/ui/namesFacts';
import { PageHeader } from '@/ui/PageHeader';
import { pointText } from '@/ui/pointText';
import { RecordQuery } from '@/ui/RecordQuery';
import { StageBadge } from './StageBadge';

export function SitePage() {
  const { siteId: id } = useParams({ from: '/desk/sites/$siteId/' });
  return (
    <RecordQuery options={getSiteOptions({ path: { id } })}>
      {(site) => <SiteRecord site={site} />}
    </RecordQuery>
  );
}

export function SiteRecord({ site }: { site: Site }) {
  const { t } = useTranslation(['sites', 'records']);
  const name = useName();
  const { id, names, organisation, place, stage, licence_number, mineral, actions } = site;
  return (
    <>
      <BackLink>
        <TextLink to={paths.sites}>{t('sites:title')}</TextLink>
      </BackLink>
      <PageHeader
        title={name(names)}
        lead={<StageBadge stage={stage} />}
        actions={
          <>
            <HereLink site={id} />
            {actions.includes('update_site') && (
              <ButtonLink to={paths.siteEdit} params={{ siteId: id }}>
                {t('records:edit')}
              </ButtonLink>
            )}
          </>
        }
      />
      <Paper withBorder p="lg">
        <Facts
          none={t('records:none')}
          facts={[
            {
              label: t('sites:company'),
              value: (
                <TextLink to={paths.organisation} params={{ organisationId: organisation.id }}>
                  {name(organisation.names)}
                </TextLink>
              ),
            },
            { label: t('sites:place'), value: <PlacePath id={place.id} /> },
            { label: t('sites:licence_number'), value: licence_number },
            { label: t('sites:mineral'), value: mineral },
            { label: t('records:point'), value: pointText(site) },
            ...useNamesFacts(names),
          ]}
        />
      </Paper>
    </>
  );
}
