import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listPublicGrantCallsOptions } from '@/api/generated/@tanstack/react-query.gen';
import { useMay } from '@/features/identity/useMe';
import { paths } from '@/paths';
import { useFormats } from '@/ui/formats';
import { ButtonLink, TextLink } from '@/ui/links';
import { useName } from '@/ui/names';
import classes from './Home.module.css';
import { HomeSection } from './HomeSection';

const shownHere = 3;

/** What somebody can apply to now; nothing where no call is open, or for who looks at applications. */
export function OpenGrantCalls() {
  const { t } = useTranslation(['grant-applications', 'grant-calls']);
  const name = useName();
  const { dateTime } = useFormats();
  const files = useMay('create_grant_application');
  const judges = useMay('ask_grant_application');
  const query = { phase: 'open', limit: shownHere } as const;
  const calls = useQuery({
    ...listPublicGrantCallsOptions({ query }),
    enabled: files && !judges,
  });
  if (!calls.data?.items.length) return null;
  return (
    <HomeSection title={t('grant-applications:open_calls')}>
      <ul className={classes.rows}>
        {calls.data.items.map(({ id, title, closes_at }) => (
          <li key={id} className={classes.row}>
            <div className={classes.what}>
              <TextLink to={paths.grant} params={{ callId: id }}>
                {name(title)}
              </TextLink>
              <Text size="sm" c="dimmed">
                {t('grant-calls:closes', { moment: dateTime(closes_at) })}
              </Text>
            </div>
            <ButtonLink
              variant="default"
              to={paths.grantApplicationNew}
              search={{ call: id }}
              aria-label={t('grant-applications:apply_to', { title: name(title) })}
            >
              {t('grant-calls:apply')}
            </ButtonLink>
          </li>
        ))}
      </ul>
      <Text>
        <TextLink to={paths.grantApplications}>{t('grant-applications:own_and_open')}</TextLink>
      </Text>
    </HomeSection>
  );
}
