import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/features/identity/useMe';
import { paths } from '@/paths';
import { Icon } from '@/ui/Icon';
import { ButtonLink } from '@/ui/links';
import { PageHeader } from '@/ui/PageHeader';
import { ViewTabs } from '@/ui/ViewTabs';
import type { StakeholderFilters } from './filters';

interface Props {
  lead: ReactNode;
  /** They are kept on the way from one view to the other. */
  filters: StakeholderFilters;
}

const views = [
  { to: paths.stakeholders, label: 'view.list', icon: 'list' },
  { to: paths.stakeholderMatrix, label: 'view.matrix', icon: 'board' },
  { to: paths.stakeholderMap, label: 'view.map', icon: 'pin' },
  { to: paths.stakeholderGraph, label: 'view.graph', icon: 'people' },
  { to: paths.stakeholderDoubles, label: 'view.doubles', icon: 'copy' },
] as const;

/** What the list and the matrix share: one title, the way between them, the way to a new record. */
export function StakeholdersHeader({ lead, filters }: Props) {
  const { t } = useTranslation('stakeholders');
  const mayCreate = useMay('create_stakeholder');
  const mayImport = useMay('create_stakeholder_import');
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={lead}
        actions={
          <Group gap="sm" data-no-print>
            {mayImport && (
              <ButtonLink
                variant="default"
                to={paths.stakeholderImport}
                leftSection={<Icon name="upload" />}
              >
                {t('import')}
              </ButtonLink>
            )}
            {mayCreate && (
              <ButtonLink to={paths.stakeholderNew} leftSection={<Icon name="plus" />}>
                {t('new')}
              </ButtonLink>
            )}
          </Group>
        }
      />
      <ViewTabs
        label={t('view.label')}
        views={views.map(({ to, label, icon }) => ({ to, name: t(label), icon }))}
        search={filters}
      />
    </>
  );
}
