import { Alert, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { PublicGrantCall } from '@/api/generated/public';
import { Facts } from '@/ui/Facts';
import { useFormats } from '@/ui/formats';
import { Icon } from '@/ui/Icon';
import { useName } from '@/ui/names';
import { useMoney } from '../useMoney';
import classes from './CallBody.module.css';
import { CriteriaList } from './CriteriaList';
import { QuestionList } from './QuestionList';

type Shown = Omit<PublicGrantCall, 'programme_id'>;

/** A call as everybody reads it, on the screen and on paper. */
export function CallBody({ call }: { call: Shown }) {
  const { t } = useTranslation('grant-calls');
  const name = useName();
  const { questions, criteria, withdrawal_reason } = call;
  return (
    <Stack gap="xl">
      {withdrawal_reason && (
        <Alert icon={<Icon name="stop" />} color="felt" title={t('withdrawn')}>
          {withdrawal_reason}
        </Alert>
      )}
      <Part title={t('purpose')}>
        <Text className={classes.text}>{name(call.purpose)}</Text>
      </Part>
      <CallFacts call={call} />
      <Part title={t('eligibility')}>
        <QuestionList
          none={t('no_eligibility')}
          questions={questions.filter(({ stage }) => stage === 'eligibility')}
        />
      </Part>
      <Part title={t('questions')}>
        <Text mb="sm">{t('always_asked')}</Text>
        <QuestionList questions={questions.filter(({ stage }) => stage === 'application')} />
      </Part>
      <Part title={t('criteria')}>
        <CriteriaList criteria={criteria} />
      </Part>
    </Stack>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Title order={2} id={id} size="h3" mb="sm">
        {title}
      </Title>
      {children}
    </section>
  );
}

function CallFacts({ call }: { call: Shown }) {
  const { t } = useTranslation('grant-calls');
  const name = useName();
  const money = useMoney();
  const { dateTime } = useFormats();
  const { currency, budget, ceiling, opens_at, closes_at, first_closes_at, phase } = call;
  const later = first_closes_at !== closes_at && phase !== 'draft';
  return (
    <Part title={t('facts')}>
      <Facts
        none=""
        facts={[
          { label: t('budget'), value: money(budget, currency) },
          { label: t('ceiling'), value: money(ceiling, currency) },
          { label: t('opens_at'), value: t('moment', { moment: dateTime(opens_at) }) },
          {
            label: t('closes_at'),
            value: (
              <>
                <b>{t('moment', { moment: dateTime(closes_at) })}</b>
                {later && <div>{t('closed_first', { moment: dateTime(first_closes_at) })}</div>}
              </>
            ),
          },
          {
            label: t('applicants'),
            value: call.applicants.map((kind) => t(`applicant.${kind}`)).join(', '),
          },
          {
            label: t('places'),
            value: call.places.map(({ names }) => name(names)).join(', '),
          },
        ]}
      />
    </Part>
  );
}
