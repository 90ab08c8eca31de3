import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RoundChoice } from '@/api/generated';
import { paths } from '@/paths';
import { TextLink } from '@/ui/links';
import { ImpactStateBadge } from '../ImpactStateBadge';
import classes from './Voting.module.css';

/** What came of the vote, the most dots first. */
export function Results({ choices }: { choices: RoundChoice[] }) {
  const { t } = useTranslation('impacts');
  const isTold = choices.some(({ share }) => share !== null && share !== undefined);
  return (
    <>
      {!isTold && <Text mb="md">{t('round.not_told')}</Text>}
      <ol className={classes.choices}>
        {choices.map(({ impact, dots, share, rank }) => (
          <li key={impact.id} className={classes.choice}>
            <div className={classes.title}>
              <Text fw={600}>
                {rank ? `${rank}. ` : ''}
                <TextLink to={paths.impact} params={{ impactId: impact.id }}>
                  {impact.title}
                </TextLink>
              </Text>
              {typeof share === 'number' && (
                <>
                  <div className={classes.bar} aria-hidden>
                    <span style={{ width: `${share}%` }} />
                  </div>
                  <Text size="sm">
                    {typeof dots === 'number'
                      ? t('round.result', { dots, share })
                      : t('round.share', { share })}
                  </Text>
                </>
              )}
            </div>
            <ImpactStateBadge state={impact.state} />
          </li>
        ))}
      </ol>
    </>
  );
}
