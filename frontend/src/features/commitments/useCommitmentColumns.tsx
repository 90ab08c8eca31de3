import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CommitmentSummary } from '@/api/generated';
import { paths } from '@/paths';
import { useFormats } from '@/ui/formats';
import { TextLink } from '@/ui/links';
import { useName } from '@/ui/names';
import type { Column } from '@/ui/RecordTable';
import { StandingBadge } from './StandingBadge';

export function useCommitmentColumns(): [
  Column<CommitmentSummary>,
  ...Column<CommitmentSummary>[],
] {
  const { t } = useTranslation('commitments');
  const name = useName();
  const { date } = useFormats();
  return [
    {
      label: t('what'),
      show: ({ id, what }) => (
        <TextLink to={paths.commitment} params={{ commitmentId: id }}>
          {what}
        </TextLink>
      ),
    },
    {
      label: t('owner'),
      show: ({ organisation, side }) => (
        <>
          {name(organisation.names)}
          <Text size="sm" c="dimmed">
            {t(`side.${side}`)}
          </Text>
        </>
      ),
    },
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
      label: t('due_on'),
      show: ({ due_on, first_due_on }) => (
        <>
          {date(due_on)}
          {first_due_on !== due_on && (
            <Text size="sm" c="dimmed">
              {t('first_due', { day: date(first_due_on) })}
            </Text>
          )}
        </>
      ),
    },
    {
      label: t('standing_label'),
      show: ({ standing, published }) => (
        <>
          <StandingBadge standing={standing} />
          {published && (
            <Text size="sm" c="dimmed">
              {t('published.yes')}
            </Text>
          )}
        </>
      ),
    },
  ];
}
