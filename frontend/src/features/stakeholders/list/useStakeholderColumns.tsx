import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StakeholderSummary } from '@/api/generated';
import { paths } from '@/paths';
import { TextLink } from '@/ui/links';
import { useName } from '@/ui/names';
import type { Column } from '@/ui/RecordTable';
import { ConsentBadge } from '../ConsentBadge';
import { StanceWords } from '../StanceWords';

export function useStakeholderColumns(): [
  Column<StakeholderSummary>,
  ...Column<StakeholderSummary>[],
] {
  const { t } = useTranslation('stakeholders');
  const name = useName();
  return [
    {
      label: t('name'),
      show: (one) => (
        <>
          <TextLink to={paths.stakeholder} params={{ stakeholderId: one.id }}>
            {one.name}
          </TextLink>
          {one.position && (
            <Text size="sm" fw={400} c="dimmed">
              {one.position}
            </Text>
          )}
        </>
      ),
    },
    { label: t('category_label'), show: ({ category }) => t(`category.${category}`) },
    {
      label: t('place'),
      show: ({ place, organisation }) => (
        <>
          {name(place.names)}
          {organisation && (
            <Text size="sm" c="dimmed">
              {name(organisation.names)}
            </Text>
          )}
        </>
      ),
    },
    {
      label: t('influence_and_interest'),
      show: ({ assessment }) =>
        assessment
          ? t('degrees_short', {
              influence: assessment.influence,
              interest: assessment.interest,
            })
          : t('not_assessed'),
    },
    {
      label: t('stance_label'),
      show: ({ assessment }) =>
        assessment ? <StanceWords stance={assessment.stance} /> : t('not_assessed'),
    },
    { label: t('consent'), show: ({ consent }) => <ConsentBadge standing={consent} /> },
  ];
}
