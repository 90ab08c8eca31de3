import { Button, Group, Paper, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProtectionReferral, ReferralStepView } from '@/api/generated';
import { useFormats } from '@/ui/formats';
import classes from './Protection.module.css';
import { ReferralBadge } from './ReferralBadge';
import { StepDialog } from './StepDialog';
import { type StepName, stepsOf } from './steps';

/** A referral on its case: where it stands, what was done, what can be done next. */
export function ReferralCard({ referral }: { referral: ProtectionReferral }) {
  const { t } = useTranslation('protection');
  const { date } = useFormats();
  const [step, setStep] = useState<StepName>();
  const { body, body_name, state, consent, outcome, look_again_on, steps, actions } = referral;
  return (
    <Paper withBorder p="md" mt="sm">
      <Group justify="space-between" align="flex-start">
        <div>
          <Text fw={600}>{body_name}</Text>
          <Text size="sm" c="dimmed">
            {t(`referrals.body.${body}`)}
          </Text>
        </div>
        <ReferralBadge state={state} />
      </Group>
      {consent && <Text mt="xs">{t(`referrals.consent.${consent}`)}</Text>}
      {outcome && <Text mt="xs">{t(`referrals.outcome.${outcome}`)}</Text>}
      {look_again_on && (
        <Text mt="xs">{t('referrals.look_again', { date: date(look_again_on) })}</Text>
      )}
      <ol className={classes.steps}>
        {steps.map((each) => (
          <Step key={each.at} {...each} />
        ))}
      </ol>
      <Group gap="sm" mt="sm" role="group" aria-label={t('referrals.next')} data-no-print>
        {stepsOf(actions).map((name) => (
          <Button key={name} size="sm" variant="default" onClick={() => setStep(name)}>
            {t(`step.${name}.button`)}
          </Button>
        ))}
      </Group>
      {step && (
        <StepDialog key={step} name={step} referral={referral} onClose={() => setStep(undefined)} />
      )}
    </Paper>
  );
}

function Step({ at, step, by, note }: ReferralStepView) {
  const { t } = useTranslation('protection');
  const { dateTime } = useFormats();
  return (
    <li>
      <Text>{t(`referrals.step.${step}`)}</Text>
      <Text size="sm" c="dimmed">
        {by.name} · {dateTime(at)}
      </Text>
      <Text size="sm" className={classes.words} mt={0}>
        {note}
      </Text>
    </li>
  );
}
