import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type GrantApplication,
  getGrantApplication,
  type PublicGrantCall,
  submitGrantApplication,
} from '@/api/generated';
import { getGrantApplicationQueryKey } from '@/api/generated/@tanstack/react-query.gen';
import { idempotent, ifMatch, newIdempotencyKey } from '@/api/headers';
import { paths } from '@/paths';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { useFormats } from '@/ui/formats';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { useDeadline } from '../../useDeadline';
import { useKeepApplication } from '../useKeepApplication';
import { AnswerDialog } from './AnswerDialog';
import { MissingList } from './MissingList';
import { Part } from './Part';

interface Props {
  application: GrantApplication;
  call: PublicGrantCall;
  /** Sends what is only on this device, and fails where some of it can't be. */
  onFlush: () => Promise<void>;
}

/** The last step: what is missing, until when, and sending it off. */
export function FinishPart({ application, call, onFlush }: Props) {
  const { t } = useTranslation('grant-applications');
  const { date } = useFormats();
  const deadline = useDeadline(call);
  const { actions, unready = [], answer_by } = application;
  const [answering, setAnswering] = useState(false);
  const asked = actions.includes('answer_grant_application');
  const open = actions.includes('submit_grant_application');
  return (
    <Part id="finish" title={t(asked ? 'finish_answer' : 'finish')}>
      <MissingList unready={unready ?? []} call={call} />
      {asked ? (
        <Text>{answer_by && t('answer_until', { day: date(answer_by) })}</Text>
      ) : (
        <Text>{deadline}</Text>
      )}
      {open && <SubmitButton application={application} onFlush={onFlush} />}
      {asked && (
        <Group>
          <Button onClick={() => setAnswering(true)}>{t('move.answer_grant_application')}</Button>
        </Group>
      )}
      {answering && (
        <AnswerDialog
          application={application}
          onFlush={onFlush}
          onClose={() => setAnswering(false)}
        />
      )}
    </Part>
  );
}

function SubmitButton({ application: { id }, onFlush }: Omit<Props, 'call'>) {
  const { t } = useTranslation('grant-applications');
  const [key] = useState(newIdempotencyKey);
  const [asking, setAsking] = useState(false);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const keep = useKeepApplication();
  const submit = useMutation({
    mutationFn: async () => {
      await onFlush();
      // What was sent just now made another version of it.
      const { data: latest } = await getGrantApplication({ path: { id } });
      const headers = { ...ifMatch(latest), ...idempotent(key) };
      return (await submitGrantApplication({ path: { id }, headers })).data;
    },
    onSuccess: (saved) => {
      keep(saved);
      void navigate({
        to: paths.grantApplicationPart,
        params: { applicationId: id, part: 'receipt' },
      });
    },
    // What went wrong is told at once, not after reading again, which may fail for the same reason.
    onError: () =>
      void queries.invalidateQueries({ queryKey: getGrantApplicationQueryKey({ path: { id } }) }),
  });
  return (
    <>
      <ProblemAlert error={submit.error} />
      <Group>
        <Button loading={submit.isPending} onClick={() => setAsking(true)}>
          {t('move.submit_grant_application')}
        </Button>
      </Group>
      {asking && (
        <ConfirmDialog
          title={t('move.submit_grant_application')}
          consequences={t('submit_help')}
          confirmLabel={t('submit_now')}
          onConfirm={() => {
            setAsking(false);
            submit.mutate();
          }}
          onCancel={() => setAsking(false)}
        />
      )}
    </>
  );
}
