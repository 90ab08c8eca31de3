import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listCommitmentsOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Section } from '@/features/grievances/case/Section';
import { useMay } from '@/features/identity/useMe';
import classes from '@/features/impacts/record/Thread.module.css';
import { paths } from '@/paths';
import { useFormats } from '@/ui/formats';
import { Icon } from '@/ui/Icon';
import { ButtonLink, TextLink } from '@/ui/links';
import { StandingBadge } from './StandingBadge';

interface Props {
  id: string;
  /** Whether more may be promised: the case is open. */
  open: boolean;
  place?: string;
  site?: string;
}

/** On the page of a case: what was promised to settle it. The case is resolved once all of it is found kept. */
export function CaseCommitments({ id, open, place, site }: Props) {
  const may = useMay('list_commitments');
  const mayCreate = useMay('create_commitment') && open;
  const { t } = useTranslation('commitments');
  const { date } = useFormats();
  const { data } = useQuery({
    ...listCommitmentsOptions({ query: { grievance_id: id, limit: 50 } }),
    enabled: may,
  });
  if (!data || (data.items.length === 0 && !mayCreate)) return null;
  return (
    <Section title="section.commitments">
      <Text size="sm" c="dimmed" mb="xs">
        {t(data.items.length === 0 ? 'of_case_none' : 'of_case')}
      </Text>
      <ul className={classes.links}>
        {data.items.map((commitment) => (
          <li key={commitment.id}>
            <div>
              <TextLink to={paths.commitment} params={{ commitmentId: commitment.id }}>
                {commitment.what}
              </TextLink>
              <Text size="sm" c="dimmed">
                {t('due', { day: date(commitment.due_on) })}
              </Text>
            </div>
            <StandingBadge standing={commitment.standing} />
          </li>
        ))}
      </ul>
      {mayCreate && (
        <ButtonLink
          variant="default"
          mt="sm"
          leftSection={<Icon name="plus" />}
          to={paths.commitmentNew}
          search={{ case: id, place, site }}
          data-no-print
        >
          {t('new')}
        </ButtonLink>
      )}
    </Section>
  );
}
