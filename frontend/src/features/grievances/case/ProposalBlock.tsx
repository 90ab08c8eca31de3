import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Proposal } from '@/api/generated';
import { useFormats } from '@/ui/formats';
import { Section } from './Section';
import { Words } from './Words';

export function ProposalBlock({ proposal }: { proposal?: Proposal | null }) {
  const { t } = useTranslation('cases');
  const { date } = useFormats();
  if (!proposal) return null;
  const { remedy, due_on, proposed_at } = proposal;
  return (
    <Section title="section.proposal">
      <Words>{remedy}</Words>
      <Text size="sm" c="dimmed" mt="xs">
        {[
          due_on && t('proposal.due', { date: date(due_on) }),
          proposed_at && t('proposal.made', { date: date(proposed_at) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
    </Section>
  );
}
