import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImpactSummary } from '@/api/generated';
import { paths } from '@/paths';
import { TextLink } from '@/ui/links';
import { useName } from '@/ui/names';
import type { Column } from '@/ui/RecordTable';
import { ImpactStateBadge } from '../ImpactStateBadge';

export function useImpactColumns(): [Column<ImpactSummary>, ...Column<ImpactSummary>[]] {
  const { t } = useTranslation(['impacts', 'cases']);
  const name = useName();
  return [
    {
      label: t('impacts:title_label'),
      show: ({ id, title }) => (
        <TextLink to={paths.impact} params={{ impactId: id }}>
          {title}
        </TextLink>
      ),
    },
    {
      label: t('impacts:category_label'),
      show: ({ category, direction, basis }) => (
        <>
          {t(`cases:category.${category}`)}
          <Text size="sm" c="dimmed">
            {`${t(`impacts:direction.${direction}`)} · ${t(`impacts:basis.${basis}`)}`}
          </Text>
        </>
      ),
    },
    {
      label: t('impacts:weight'),
      show: ({ severity, likelihood }) => t('impacts:weight_short', { severity, likelihood }),
    },
    {
      label: t('impacts:place'),
      show: ({ place, site }) => (
        <>
          {name(place.names)}
          {site && (
            <Text size="sm" c="dimmed">
              {name(site.names)}
            </Text>
          )}
        </>
      ),
    },
    {
      label: t('impacts:state_label'),
      show: (impact) => (
        <>
          <ImpactStateBadge state={impact.state} />
          {impact.audience === 'staff' && impact.published && (
            <Text size="sm" c="dimmed">
              {t('impacts:published.yes')}
            </Text>
          )}
        </>
      ),
    },
  ];
}
