import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import {
  cloneGrantCall,
  extendGrantCall,
  type GrantCallCloning,
  type GrantCallExtension,
  publishGrantCall,
  withdrawGrantCall,
} from '@/api/generated';
import {
  zGrantCallCloning,
  zGrantCallExtension,
  zGrantCallWithdrawal,
} from '@/api/generated/zod.gen';
import { idempotent, ifMatch, newIdempotencyKey } from '@/api/headers';
import { toInstant, toLocal } from '@/features/focus-groups/bishkek';
import { MomentFields } from '@/ui/forms/MomentFields';
import { MoveDialog } from '@/ui/forms/MoveDialog';
import { useCallSaved } from '../useCallSaved';
import { useReadCallAgain } from '../useKeepCall';
import { CallDialog, type CallMove } from './CallDialog';

const zNothing = z.object({});

/** From now on everybody reads it, and what it asks stays as it is. */
export function PublishDialog({ call, onClose }: CallMove) {
  const { t } = useTranslation('grant-call-desk');
  return (
    <CallDialog
      title={t('move.publish_grant_call')}
      help={t('move_help.publish_grant_call')}
      confirm={t('move.publish_grant_call')}
      rules={zNothing}
      initial={{}}
      call={call}
      send={() => publishGrantCall({ path: { id: call.id }, headers: ifMatch(call) })}
      onClose={onClose}
    >
      {() => null}
    </CallDialog>
  );
}

const extension = ({ closes_at }: { closes_at: string }): GrantCallExtension => ({
  closes_at: toInstant(closes_at),
});

export function ExtendDialog({ call, onClose }: CallMove) {
  const { t } = useTranslation('grant-call-desk');
  return (
    <CallDialog
      title={t('move.extend_grant_call')}
      help={t('move_help.extend_grant_call')}
      confirm={t('move.extend_grant_call')}
      rules={zGrantCallExtension}
      initial={{ closes_at: toLocal(call.closes_at) }}
      toBody={extension}
      call={call}
      send={(values) =>
        extendGrantCall({
          path: { id: call.id },
          headers: ifMatch(call),
          body: extension(values),
        })
      }
      onClose={onClose}
    >
      {(form) => (
        <MomentFields
          form={form}
          path="closes_at"
          dayLabel={t('closes_day')}
          timeLabel={t('closes_time')}
          timeHelp={t('time_help')}
        />
      )}
    </CallDialog>
  );
}

export function WithdrawDialog({ call, onClose }: CallMove) {
  const { t } = useTranslation('grant-call-desk');
  return (
    <CallDialog
      title={t('move.withdraw_grant_call')}
      help={t('move_help.withdraw_grant_call')}
      confirm={t('move.withdraw_grant_call')}
      color="felt"
      rules={zGrantCallWithdrawal}
      initial={{ reason: '' }}
      call={call}
      send={(body) => withdrawGrantCall({ path: { id: call.id }, headers: ifMatch(call), body })}
      onClose={onClose}
    >
      {(form) => (
        <Textarea
          withAsterisk
          autosize
          minRows={3}
          label={t('why')}
          description={t('why_help')}
          {...form.getInputProps('reason')}
        />
      )}
    </CallDialog>
  );
}

interface Period extends Record<string, unknown> {
  opens_at: string;
  closes_at: string;
}

const cloning = ({ opens_at, closes_at }: Period): GrantCallCloning => ({
  opens_at: toInstant(opens_at),
  closes_at: toInstant(closes_at),
});

/** A draft like this one, for another time. */
export function CloneDialog({ call, onClose }: CallMove) {
  const { t } = useTranslation('grant-call-desk');
  const [key] = useState(newIdempotencyKey);
  const saved = useCallSaved();
  const initial: Period = { opens_at: 'T09:00', closes_at: 'T18:00' };
  return (
    <MoveDialog
      title={t('move.clone_grant_call')}
      help={t('move_help.clone_grant_call')}
      confirm={t('move.clone_grant_call')}
      rules={zGrantCallCloning}
      initial={initial}
      toBody={cloning}
      send={(values) =>
        cloneGrantCall({
          path: { id: call.id },
          headers: idempotent(key),
          body: cloning(values),
        })
      }
      onSaved={saved}
      onStale={useReadCallAgain(call.id)}
      onClose={onClose}
    >
      {(form) => (
        <>
          <MomentFields
            form={form}
            path="opens_at"
            dayLabel={t('opens_day')}
            timeLabel={t('opens_time')}
            timeHelp={t('time_help')}
          />
          <MomentFields
            form={form}
            path="closes_at"
            dayLabel={t('closes_day')}
            timeLabel={t('closes_time')}
            timeHelp={t('time_help')}
          />
        </>
      )}
    </MoveDialog>
  );
}
