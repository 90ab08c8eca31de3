import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listGrievanceImpactsOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Section } from '@/features/grievances/case/Section';
import { useMay } from '@/features/identity/useMe';
import { paths } from '@/paths';
import { TextLink } from '@/ui/links';
import { ImpactStateBadge } from './ImpactStateBadge';
import classes from './record/Thread.module.css';

/** On the page of a case: the impacts that it belongs to, of those that this person may see. */
export function CaseImpacts({ id }: { id: string }) {
  const may = useMay('list_grievance_impacts');
  const { t } = useTranslation('impacts');
  const { data } = useQuery({
    ...listGrievanceImpactsOptions({ path: { id } }),
    enabled: may,
  });
  if (!data || data.items.length === 0) return null;
  return (
    <Section title="section.impacts">
      <Text size="sm" c="dimmed" mb="xs">
        {t('of_case')}
      </Text>
      <ul className={classes.links}>
        {data.items.map((impact) => (
          <li key={impact.id}>
            <TextLink to={paths.impact} params={{ impactId: impact.id }}>
              {impact.title}
            </TextLink>
            <ImpactStateBadge state={impact.state} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
