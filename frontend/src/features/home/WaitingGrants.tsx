import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { WaitingGrantApplication } from '@/api/generated';
import { ApplicationStateBadge } from '@/features/grants/applications/ApplicationStateBadge';
import { paths } from '@/paths';
import { useFormats } from '@/ui/formats';
import { ButtonLink } from '@/ui/links';
import { useName } from '@/ui/names';
import classes from './Home.module.css';
import { HomeSection } from './HomeSection';

const words = [
  'answer_grant_application',
  'submit_grant_application',
  'find_grant_application_eligible',
] as const;

/** Applications that this person is to finish, to say more of, or to look at; nothing where there are none. */
export function WaitingGrants({ waiting }: { waiting: WaitingGrantApplication[] }) {
  const { t } = useTranslation('grant-applications');
  const name = useName();
  const { date } = useFormats();
  if (waiting.length === 0) return null;
  return (
    <HomeSection title={t('waiting.title')}>
      <ul className={classes.rows}>
        {waiting.map(({ action, application }) => {
          const { id, title, state, call, applicant_name, answer_by } = application;
          const known = words.find((word) => word === action);
          return (
            <li key={id} className={classes.row}>
              <div className={classes.what}>
                <div className={classes.facts}>
                  <ApplicationStateBadge state={state} />
                  {answer_by && <Text span>{t('answer_until', { day: date(answer_by) })}</Text>}
                </div>
                <Text lineClamp={2}>{title}</Text>
                <Text size="sm" c="dimmed">
                  {`${applicant_name} · ${name(call.title)}`}
                </Text>
              </div>
              <ButtonLink
                variant="default"
                {...(action === 'submit_grant_application' ? writeOf(id) : pageOf(id))}
              >
                {t(known ? `waiting.${known}` : 'to_application')}
              </ButtonLink>
            </li>
          );
        })}
      </ul>
    </HomeSection>
  );
}

const pageOf = (id: string) =>
  ({ to: paths.grantApplication, params: { applicationId: id } }) as const;

const writeOf = (id: string) =>
  ({ to: paths.grantApplicationPart, params: { applicationId: id, part: 'write' } }) as const;
