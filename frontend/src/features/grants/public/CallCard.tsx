import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PagePublicGrantCallSummary } from '@/api/generated/public';
import { paths } from '@/paths';
import { useFormats } from '@/ui/formats';
import { TextLink } from '@/ui/links';
import { useName } from '@/ui/names';
import { CallPhaseBadge } from '../CallPhaseBadge';
import { useMoney } from '../useMoney';
import classes from './PublicCalls.module.css';

interface Props {
  call: PagePublicGrantCallSummary['items'][number];
  /** What this person can do with it. */
  children?: ReactNode;
}

/** A call in short: how much, for whom, until when. */
export function CallCard({ call, children }: Props) {
  const { t } = useTranslation('grant-calls');
  const name = useName();
  const money = useMoney();
  const { dateTime } = useFormats();
  const { id, title, phase, currency, budget, ceiling, opens_at, closes_at, applicants } = call;
  const moment =
    phase === 'upcoming'
      ? t('opens', { moment: dateTime(opens_at) })
      : t(phase === 'open' ? 'closes' : 'was_open_until', { moment: dateTime(closes_at) });
  return (
    <li className={classes.call}>
      <CallPhaseBadge phase={phase} />
      <TextLink fw={600} to={paths.grant} params={{ callId: id }}>
        {name(title)}
      </TextLink>
      <Text>{moment}</Text>
      <Text size="sm" c="dimmed">
        {t('in_all', { amount: money(budget, currency) })}
        <br />
        {t('up_to', { amount: money(ceiling, currency) })}
      </Text>
      <Text size="sm" c="dimmed">
        {applicants.map((kind) => t(`applicant.${kind}`)).join(', ')}
      </Text>
      {children}
    </li>
  );
}
