import { Alert, Button, Group } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language, Receipt } from '@/api/generated';
import { toApiProblem } from '@/api/problem';
import { useMe } from '@/features/identity/useMe';
import { asLanguage } from '@/i18n/languages';
import { ErrorSummary } from '@/ui/forms/ErrorSummary';
import { Icon } from '@/ui/Icon';
import { LeaveGuard } from '@/ui/LeaveGuard';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { NarrativeField, WhenFields, WhereFields, WishField } from '../record/CaseFields';
import { PersonFields } from '../record/PersonFields';
import { emptyRecord } from '../record/recording';
import { useRecordForm } from '../record/useRecordForm';
import { useRecordLabels } from '../record/useRecordLabels';
import classes from './Call.module.css';
import { ConsentStep } from './ConsentStep';
import { forgetCall, heldCall, holdCall } from './heldCall';
import { Missing } from './Missing';
import { SimilarTold } from './SimilarTold';
import { Step } from './Step';
import { useCallKeys } from './useCallKeys';

/** Milliseconds until it is tried once more. */
const again = 3000;

interface Props {
  onRecorded: (receipt: Receipt, language: Language) => void;
  onClear: () => void;
}

export function CallForm({ onRecorded, onClear }: Props) {
  const { t } = useTranslation('call');
  const { id: ownId } = useMe();
  const { online } = useNetwork();
  const { current: before } = useRef(heldCall(ownId));
  const { form, key, record, send } = useRecordForm({
    initial:
      before?.values ?? emptyRecord('ky', { channel: 'phone', confidentiality: 'anonymous' }),
    key: before?.key,
    onRecorded: (receipt) => {
      forgetCall();
      onRecorded(receipt, asLanguage(form.values.grievance.language) ?? 'ky');
    },
  });
  const begun = form.isDirty() || before !== undefined;
  const over = record.isSuccess;
  useEffect(() => {
    if (begun && !over) holdCall({ ownId, key, values: form.values });
  }, [begun, over, ownId, key, form.values]);
  const unreached = record.isError && toApiProblem(record.error).status === 0;
  const sendAgain = useEffectEvent(() => send());
  useEffect(() => {
    if (!unreached) return;
    const timer = setTimeout(() => sendAgain(), again);
    return () => clearTimeout(timer);
  }, [unreached]);
  useCallKeys(() => !record.isPending && send());
  const clear = () => {
    forgetCall();
    onClear();
  };
  return (
    <form noValidate onSubmit={send}>
      <LeaveGuard when={begun && !over} title={t('leave')} consequences={t('leave_help')} />
      {before && (
        <Alert mb="md" icon={<Icon name="clock" />}>
          <Group justify="space-between">
            {t('kept')}
            <Button variant="default" size="sm" onClick={clear}>
              {t('start_again')}
            </Button>
          </Group>
        </Alert>
      )}
      <div className={classes.columns}>
        <div className={classes.steps}>
          <ErrorSummary errors={form.errors} labels={useRecordLabels()} />
          <Step number={1} title={t('step.consent')}>
            <ConsentStep form={form} />
          </Step>
          <Step number={2} title={t('step.story')}>
            <NarrativeField form={form} />
          </Step>
          <Step number={3} title={t('step.where')}>
            <WhereFields form={form} />
          </Step>
          <Step number={4} title={t('step.about')}>
            <WhenFields form={form} />
          </Step>
          <Step number={5} title={t('step.wish')}>
            <WishField form={form} />
          </Step>
          <Step number={6} title={t('step.person')}>
            <PersonFields form={form} />
          </Step>
        </div>
        <aside className={classes.beside}>
          <SimilarTold told={form.values.grievance} />
          <Missing values={form.values} />
          {(!online || unreached) && (
            <Alert role="status" color="felt" icon={<Icon name="alert" />}>
              {t('offline')}
            </Alert>
          )}
          {!unreached && <ProblemAlert error={record.error} />}
          <Button type="submit" size="lg" fullWidth loading={record.isPending}>
            {t('save')}
          </Button>
        </aside>
      </div>
    </form>
  );
}
