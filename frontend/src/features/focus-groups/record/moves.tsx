import { useTranslation } from 'react-i18next';
import {
  type ConsentForm,
  cancelFocusGroup,
  type FocusGroup,
  holdFocusGroup,
  recordFocusGroupGuardians,
} from '@/api/generated';
import { zGuardianConsents, zHolding } from '@/api/generated/zod.gen';
import { ifMatch } from '@/api/headers';
import { todayInBishkek } from '@/ui/calendar/month';
import { toLocal } from '../bishkek';
import { ConsentFormSelect, filled, NoteField, PastDay, PeopleField } from './fields';
import { GroupDialog } from './GroupDialog';
import { ReasonDialog } from './ReasonDialog';

interface Props {
  record: FocusGroup;
  onClose: () => void;
}

export function HoldDialog({ record, onClose }: Props) {
  const { t } = useTranslation('focus-groups');
  const planned = toLocal(record.starts_at).slice(0, 10);
  const today = todayInBishkek();
  const isPast = planned < today;
  const toBody = (values: { held_on: string | null; note: string }) => ({
    held_on: values.held_on,
    note: filled(values.note),
  });
  return (
    <GroupDialog
      title={t('hold')}
      help={t('hold_help')}
      labels={{ attendance: t('attendance'), guardians: t('guardians'), held_on: t('held_on') }}
      rules={zHolding}
      initial={{ held_on: (isPast ? planned : today) as string | null, note: '' }}
      toBody={toBody}
      record={record}
      send={(values) =>
        holdFocusGroup({
          path: { id: record.id },
          headers: ifMatch(record),
          body: zHolding.parse(toBody(values)),
        })
      }
      onClose={onClose}
    >
      {(form) => (
        <>
          <PastDay form={form} path="held_on" label={t('held_on')} />
          <NoteField form={form} />
        </>
      )}
    </GroupDialog>
  );
}

export function CancelDialog({ record, onClose }: Props) {
  const { t } = useTranslation('focus-groups');
  return (
    <ReasonDialog
      title={t('cancel')}
      help={t('cancel_help')}
      confirm={t('cancel')}
      color="felt"
      record={record}
      send={(body) => cancelFocusGroup({ path: { id: record.id }, headers: ifMatch(record), body })}
      onClose={onClose}
    />
  );
}

interface GuardianValues extends Record<string, unknown> {
  guardians: number | null;
  form: ConsentForm | null;
  given_on: string | null;
  note: string;
}

export function GuardiansDialog({ record, onClose }: Props) {
  const { t } = useTranslation('focus-groups');
  const toBody = ({ note, ...rest }: GuardianValues) => ({ ...rest, note: filled(note) });
  const before = record.guardians;
  const initial: GuardianValues = {
    guardians: before?.guardians ?? null,
    form: before?.form ?? null,
    given_on: before?.given_on ?? todayInBishkek(),
    note: '',
  };
  return (
    <GroupDialog
      title={t('guardians_record')}
      help={t('guardians_none')}
      rules={zGuardianConsents}
      initial={initial}
      toBody={toBody}
      record={record}
      send={(values) =>
        recordFocusGroupGuardians({
          path: { id: record.id },
          headers: ifMatch(record),
          body: zGuardianConsents.parse(toBody(values)),
        })
      }
      onClose={onClose}
    >
      {(form) => (
        <>
          <PeopleField form={form} path="guardians" label={t('guardians_count')} digits={3} />
          <ConsentFormSelect form={form} path="form" />
          <PastDay form={form} path="given_on" label={t('consent_day')} />
          <NoteField form={form} />
        </>
      )}
    </GroupDialog>
  );
}
