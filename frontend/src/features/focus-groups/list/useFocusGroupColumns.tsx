import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FocusGroupSummary } from '@/api/generated';
import { paths } from '@/paths';
import { useFormats } from '@/ui/formats';
import { TextLink } from '@/ui/links';
import { useName } from '@/ui/names';
import type { Column } from '@/ui/RecordTable';
import { FocusGroupStateBadge } from '../FocusGroupStateBadge';

export function useFocusGroupColumns(): [
  Column<FocusGroupSummary>,
  ...Column<FocusGroupSummary>[],
] {
  const { t } = useTranslation('focus-groups');
  const name = useName();
  const { dateTime } = useFormats();
  return [
    {
      label: t('topic'),
      show: ({ id, title, kind }) => (
        <>
          <TextLink to={paths.focusGroup} params={{ focusGroupId: id }}>
            {title}
          </TextLink>
          <Text size="sm" fw={400} c="dimmed">
            {t(`kind.${kind}`)}
          </Text>
        </>
      ),
    },
    { label: t('when'), show: ({ starts_at }) => dateTime(starts_at) },
    {
      label: t('place'),
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
      label: t('people'),
      show: ({ people, counted }) => {
        const figures = t('figures', { ...people });
        return counted ? figures : t('expected_figures', { figures });
      },
    },
    { label: t('facilitator'), show: ({ facilitator }) => facilitator.name },
    { label: t('state_label'), show: ({ state }) => <FocusGroupStateBadge state={state} /> },
  ];
}
