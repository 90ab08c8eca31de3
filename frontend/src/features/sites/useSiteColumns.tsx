import { useTranslation } from 'react-i18next';
import type { Site } from '@/api/generated';
import { paths } from '@/paths';
import { TextLink } from '@/ui/links';
import { useName } from '@/ui/names';
import type { Column } from '@/ui/RecordTable';
import { StageBadge } from './StageBadge';

export function useSiteColumns(): [Column<Site>, ...Column<Site>[]] {
  const { t } = useTranslation(['sites', 'records']);
  const name = useName();
  return [
    {
      label: t('records:name'),
      show: ({ id, names }) => (
        <TextLink to={paths.site} params={{ siteId: id }}>
          {name(names)}
        </TextLink>
      ),
    },
    { label: t('sites:company'), show: ({ organisation }) => name(organisation.names) },
    { label: t('sites:place'), show: ({ place }) => name(place.names) },
    { label: t('sites:mineral'), show: ({ mineral }) => mineral },
    { label: t('sites:stage_label'), show: ({ stage }) => <StageBadge stage={stage} /> },
  ];
}
