import { Paper } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Organisation } from '@/api/generated';
import { getOrganisationOptions } from '@/api/generated/@tanstack/react-query.gen';
import { SitesOf } from '@/features/sites/SitesOf';
import { paths } from '@/paths';
import { BackLink } from '@/ui/BackLink';
import { Facts } from '@/ui/Facts';
import { ButtonLink, TextLink } from '@/ui/links';
import { useName } from '@/ui/names';
import { useNamesFacts } from '@/ui/namesFacts';
import { PageHeader } from '@/ui/PageHeader';
import { RecordQuery } from '@/ui/RecordQuery';

export function OrganisationPage() {
  const { organisationId: id } = useParams({ from: '/desk/organisations/$organisationId/' });
  return (
    <RecordQuery options={getOrganisationOptions({ path: { id } })}>
      {(organisation) => <OrganisationRecord organisation={organisation} />}
    </RecordQuery>
  );
}

export function OrganisationRecord({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation(['organisations', 'records']);
  const name = useName();
  const { id, kind, names, territory, actions } = organisation;
  return (
    <>
      <BackLink>
        <TextLink to={paths.organisations}>{t('organisations:title')}</TextLink>
      </BackLink>
      <PageHeader
        title={name(names)}
        lead={t(`organisations:kind.${kind}`)}
        actions={
          actions.includes('update_organisation') && (
            <ButtonLink to={paths.organisationEdit} params={{ organisationId: id }}>
              {t('records:edit')}
            </ButtonLink>
          )
        }
      />
      <Paper withBorder p="lg" mb="xl">
        <Facts
          none={t('records:none')}
          facts={[
            ...useNamesFacts(names),
            {
              label: t('organisations:territory'),
              value: territory && (
                <TextLink to={paths.place} params={{ placeId: territory.id }}>
                  {name(territory.names)}
                </TextLink>
              ),
            },
          ]}
        />
      </Paper>
      {kind === 'company' && <SitesOf organisationId={id} />}
    </>
  );
}
