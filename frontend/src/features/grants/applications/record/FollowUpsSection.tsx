import { useTranslation } from 'react-i18next';
import type { GrantApplication } from '@/api/generated';
import thread from '@/features/impacts/record/Thread.module.css';
import { Section } from '@/features/stakeholders/record/Section';
import { paths } from '@/paths';
import { TextLink } from '@/ui/links';

/** The impacts and promises that this follows up, of those that this person reaches. */
export function FollowUpsSection({ application }: { application: GrantApplication }) {
  const { t } = useTranslation('grant-applications');
  const { follow_ups } = application;
  if (follow_ups.length === 0) return null;
  return (
    <Section title={t('follow_ups')}>
      <ul className={thread.links}>
        {follow_ups.map(({ impact_id, commitment_id, title }) => (
          <li key={impact_id ?? commitment_id}>
            {impact_id ? (
              <TextLink to={paths.impact} params={{ impactId: impact_id }}>
                {title}
              </TextLink>
            ) : (
              <TextLink to={paths.commitment} params={{ commitmentId: commitment_id ?? '' }}>
                {title}
              </TextLink>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
