import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listProgrammesInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { useMay } from '@/features/identity/useMe';
import { paths } from '@/paths';
import { EmptyList } from '@/ui/EmptyList';
import { useFormats } from '@/ui/formats';
import { Icon } from '@/ui/Icon';
import { KeysetList } from '@/ui/KeysetList';
import { keyset } from '@/ui/keyset';
import { ButtonLink, TextLink } from '@/ui/links';
import { useName } from '@/ui/names';
import { PageHeader } from '@/ui/PageHeader';
import { StatusBadge } from './StatusBadge';

export function ProgrammesPage() {
  const { t } = useTranslation(['programmes', 'records']);
  const name = useName();
  const { date } = useFormats();
  const mayCreate = useMay('create_programme');
  const programmes = useInfiniteQuery({ ...listProgrammesInfiniteOptions(), ...keyset });
  return (
    <>
      <PageHeader
        title={t('programmes:title')}
        lead={t('programmes:lead')}
        actions={
          mayCreate && (
            <ButtonLink to={paths.programmeNew} leftSection={<Icon name="plus" />}>
              {t('programmes:new')}
            </ButtonLink>
          )
        }
      />
      <KeysetList
        query={programmes}
        label={t('programmes:title')}
        columns={[
          {
            label: t('records:name'),
            show: ({ id, names }) => (
              <TextLink to={paths.programme} params={{ programmeId: id }}>
                {name(names)}
              </TextLink>
            ),
          },
          {
            label: t('programmes:period'),
            show: ({ starts_on, ends_on }) => `${date(starts_on)} – ${date(ends_on)}`,
          },
          {
            label: t('programmes:focus_areas'),
            show: ({ focus_areas }) => focus_areas.map(({ names }) => name(names)).join(', '),
          },
          {
            label: t('programmes:status_label'),
            show: ({ status }) => <StatusBadge status={status} />,
          },
        ]}
        empty={
          <EmptyList
            filtered={false}
            icon="flag"
            title={t('programmes:empty')}
            help={mayCreate && t('programmes:empty_help')}
          />
        }
      />
    </>
  );
}
