import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProtectionReferral } from '@/api/generated';
import { paths } from '@/paths';
import { useFormats } from '@/ui/formats';
import { TextLink } from '@/ui/links';
import classes from './Protection.module.css';
import { ReferralBadge } from './ReferralBadge';

/** One line of the page's list; its steps are on the case. */
export function ReferralRow({ referral }: { referral: ProtectionReferral }) {
  const { t } = useTranslation('protection');
  const { date } = useFormats();
  const { body, body_name, grievance_id, reference, state, look_again_on } = referral;
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <Text fw={600}>{body_name}</Text>
        <Text size="sm" c="dimmed">
          {t(`referrals.body.${body}`)} ·{' '}
          <TextLink to={paths.grievance} params={{ grievanceId: grievance_id }}>
            {reference}
          </TextLink>
          {look_again_on && ` · ${t('referrals.look_again', { date: date(look_again_on) })}`}
        </Text>
      </div>
      <ReferralBadge state={state} />
    </li>
  );
}
