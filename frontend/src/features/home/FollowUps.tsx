import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Engagement } from '@/api/generated';
import { FollowUpBadge } from '@/features/engagements/FollowUpBadge';
import { useMe } from '@/features/identity/useMe';
import { paths } from '@/paths';
import { useFormats } from '@/ui/formats';
import { ButtonLink, TextLink } from '@/ui/links';
import classes from './Home.module.css';
import { HomeSection } from './HomeSection';

/** What the person is to do after talking with people, the first due first; nothing where there is nothing. */
export function FollowUps({ followUps }: { followUps: Engagement[] }) {
  const { t } = useTranslation('engagements');
  const { date } = useFormats();
  const { id: owner } = useMe();
  if (followUps.length === 0) return null;
  return (
    <HomeSection title={t('home_title')}>
      <ul className={classes.rows}>
        {followUps.map(({ id, follow_up, stakeholders }) => (
          <li key={id} className={classes.row}>
            <div className={classes.what}>
              <div className={classes.facts}>
                {follow_up && <FollowUpBadge standing={follow_up.standing} />}
                <Text span>{follow_up && t('due', { day: date(follow_up.due_on) })}</Text>
              </div>
              <Text lineClamp={2}>{follow_up?.task}</Text>
              <Text size="sm" c="dimmed">
                {stakeholders.map(({ name }) => name).join(', ')}
              </Text>
            </div>
            <ButtonLink variant="default" to={paths.engagement} params={{ engagementId: id }}>
              {t('open')}
            </ButtonLink>
          </li>
        ))}
      </ul>
      <Text>
        <TextLink to={paths.engagements} search={{ owner, sort: 'due' }}>
          {t('home_all')}
        </TextLink>
      </Text>
    </HomeSection>
  );
}
