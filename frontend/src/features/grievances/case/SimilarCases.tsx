import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SimilarGrievance, StaffGrievance } from '@/api/generated';
import { listSimilarGrievancesOptions } from '@/api/generated/@tanstack/react-query.gen';
import { useMay } from '@/features/identity/useMe';
import { paths } from '@/paths';
import { useFormats } from '@/ui/formats';
import { TextLink } from '@/ui/links';
import { gistOf } from '../cases';
import { GrievanceStateBadge } from '../GrievanceStateBadge';
import { Section } from './Section';
import classes from './SimilarCases.module.css';

/** While a case waits to be taken up: what was raised before in much the same words. */
const triage = ['acknowledge_grievance', 'accept_grievance'];

export function SimilarCases({ record: { id, actions } }: { record: StaffGrievance }) {
  const { t } = useTranslation('many');
  const may = useMay('list_similar_grievances');
  const waiting = actions.some((action) => triage.includes(action));
  const { data } = useQuery({
    ...listSimilarGrievancesOptions({ path: { id } }),
    enabled: may && waiting,
    staleTime: 300_000,
  });
  if (!waiting || !data || data.items.length === 0) return null;
  return (
    <Section title="section.similar">
      <Text c="dimmed" mb="sm">
        {t('similar.help')}
      </Text>
      <ul className={classes.cases}>
        {data.items.map((item) => (
          <Similar key={item.grievance.id} item={item} />
        ))}
      </ul>
    </Section>
  );
}

function Similar({ item: { grievance, words } }: { item: SimilarGrievance }) {
  const { t } = useTranslation('many');
  const { date } = useFormats();
  const { id, reference, state } = grievance;
  return (
    <li>
      <Group gap="sm">
        <TextLink to={paths.grievance} params={{ grievanceId: id }} fw={600}>
          {reference}
        </TextLink>
        <GrievanceStateBadge state={state} />
        {grievance.audience === 'staff' && (
          <Text size="sm" c="dimmed">
            {date(grievance.submitted_at)}
          </Text>
        )}
      </Group>
      <Text lineClamp={2}>{gistOf(grievance)}</Text>
      <Text size="sm" c="dimmed">
        {t('similar.words', { words: words.join(', ') })}
      </Text>
    </li>
  );
}
