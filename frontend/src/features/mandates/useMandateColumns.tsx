import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MandateSummary } from '@/api/generated';
import { paths } from '@/paths';
import { useFormats } from '@/ui/formats';
import { TextLink } from '@/ui/links';
import { useName } from '@/ui/names';
import type { Column } from '@/ui/RecordTable';
import { MandateStateBadge } from './MandateStateBadge';

export function useMandateColumns(): [Column<MandateSummary>, ...Column<MandateSummary>[]] {
  const { t } = useTranslation(['mandates', 'stakeholders']);
  const name = useName();
  const { date } = useFormats();
  return [
    {
      label: t('mandates:representative'),
      show: ({ id, representative: { name: who, sex, age_band } }) => (
        <>
          <TextLink to={paths.mandate} params={{ mandateId: id }}>
            {who}
          </TextLink>
          <Text size="sm" fw={400} c="dimmed">
            {[
              sex && t(`stakeholders:sex.${sex}`),
              age_band && t(`stakeholders:age_band.${age_band}`),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </>
      ),
    },
    { label: t('mandates:place'), show: ({ place }) => name(place.names) },
    {
      label: t('mandates:speaks_for_label'),
      show: ({ speaks_for }) => t(`mandates:speaks_for.${speaks_for}`),
    },
    {
      label: t('mandates:state_label'),
      show: ({ state, in_force }) => <MandateStateBadge state={state} inForce={in_force} />,
    },
    {
      label: t('mandates:term'),
      show: ({ starts_on, expires_on, ended_on }) => {
        if (!starts_on) return t('mandates:not_yet');
        const last = ended_on ?? expires_on;
        return last
          ? `${date(starts_on)} – ${date(last)}`
          : t('mandates:since', { day: date(starts_on) });
      },
    },
  ];
}
