import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PagePublicGrantCallSummary } from '@/api/generated/public';
import { useFormats } from '@/ui/formats';
import { CallPhaseBadge } from '../CallPhaseBadge';
import { useMoney } from '../useMoney';
import classes from './PublicCalls.module.css';

interface Props {
  call: PagePublicGrantCallSummary['items'][number];
  /** Its title, as a link to where this person reads it. */
  heading: ReactNode;
  /** What this person can do with it. */
  children?: ReactNode;
}

/** A call in short: how much, for whom, until when. */
export function CallCard({ call, heading, children }: Props) {
  const { t } = useTranslation('grant-calls');
  const money = useMoney();
  const { dateTime } = useFormats();
  const { phase, currency, budget, ceiling, opens_at, closes_at, applicants } = call;
  const moment =
    phase === 'upcoming'
      ? t('opens', { moment: dateTime(opens_at) })
      : t(phase === 'open' ? 'closes' : 'was_open_until', { moment: dateTime(closes_at) });
  return (
    <li className={classes.call}>
      <CallPhaseBadge phase={phase} />
      <b>{heading}</b>
      <Text>{moment}</Text>
      <Text size="sm" c="dimmed">
        {[
          t('in_all', { amount: money(budget, currency) }),
          t('up_to', { amount: money(ceiling, currency) }),
        ].join(' · ')}
      </Text>
      <Text size="sm" c="dimmed">
        {applicants.map((kind) => t(`applicant.${kind}`)).join(', ')}
      </Text>
      {children}
    </li>
  );
}
