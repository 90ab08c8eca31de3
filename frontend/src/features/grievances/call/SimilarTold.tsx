import { Anchor, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { compareGrievance } from '@/api/generated';
import { paths } from '@/paths';
import { gistOf } from '../cases';
import { GrievanceStateBadge } from '../GrievanceStateBadge';
import type { RecordValues } from '../record/recording';
import classes from './Call.module.css';

const shortest = 10;
const pause = 900;

/** While somebody speaks: what was raised at the same place in much the same words. */
export function SimilarTold({ told }: { told: RecordValues['grievance'] }) {
  const { t } = useTranslation('call');
  const titleId = useId();
  const [narrative] = useDebouncedValue(told.narrative.trim(), pause);
  const { place_id, site_id } = told;
  const enough = place_id !== '' && narrative.length >= shortest;
  const { data } = useQuery({
    queryKey: ['compare', place_id, site_id, narrative],
    queryFn: async ({ signal }) =>
      (
        await compareGrievance({
          body: { place_id, site_id: site_id || undefined, narrative },
          signal,
        })
      ).data,
    enabled: enough,
    retry: false,
    // What somebody tells stays no longer than it is shown.
    gcTime: 0,
  });
  return (
    <section aria-labelledby={titleId}>
      <Title order={2} size="h3" id={titleId} mb="xs">
        {t('similar.title')}
      </Title>
      {!enough && <Text c="dimmed">{t('similar.wait')}</Text>}
      {enough && data?.items.length === 0 && <Text c="dimmed">{t('similar.none')}</Text>}
      <ul className={classes.similar}>
        {enough &&
          data?.items.map(({ grievance }) => (
            <li key={grievance.id}>
              {/* In another tab: the call goes on in this one. */}
              <Anchor
                href={paths.grievance.replace('$grievanceId', grievance.id)}
                target="_blank"
                rel="noopener"
                fw={600}
              >
                {grievance.reference}
              </Anchor>{' '}
              <GrievanceStateBadge state={grievance.state} />
              <Text size="sm" lineClamp={3}>
                {gistOf(grievance)}
              </Text>
            </li>
          ))}
      </ul>
    </section>
  );
}
