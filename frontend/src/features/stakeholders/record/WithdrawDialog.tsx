import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Stakeholder, withdrawStakeholderConsent } from '@/api/generated';
import { zConsentWithdrawal } from '@/api/generated/zod.gen';
import { ifMatch } from '@/api/headers';
import { todayInBishkek } from '@/ui/calendar/month';
import { DayField } from '@/ui/forms/DayField';
import { RecordDialog } from './RecordDialog';

interface Values extends Record<string, unknown> {
  withdrawn_on: string | null;
  note: string;
}

const nothing: Values = { withdrawn_on: null, note: '' };

const bodyOf = ({ withdrawn_on, note }: Values) => ({ withdrawn_on, note: note.trim() || null });

/** What follows is said first: the contact is deleted at once. */
export function WithdrawDialog({ record, onClose }: { record: Stakeholder; onClose: () => void }) {
  const { t } = useTranslation('stakeholders');
  return (
    <RecordDialog
      title={t('withdraw_consent')}
      help={t('withdraw_help')}
      confirm={t('withdraw_confirm')}
      color="felt"
      rules={zConsentWithdrawal}
      initial={nothing}
      toBody={bodyOf}
      record={record}
      send={(values) =>
        withdrawStakeholderConsent({
          path: { id: record.id },
          headers: ifMatch(record),
          body: zConsentWithdrawal.parse(bodyOf(values)),
        })
      }
      onClose={onClose}
    >
      {(form) => (
        <>
          <DayField
            withAsterisk
            label={t('withdrawn_on')}
            maxDate={todayInBishkek()}
            // Anything outside of the dialog would lie under it.
            popoverProps={{ withinPortal: false }}
            {...form.getInputProps('withdrawn_on')}
          />
          <Textarea
            autosize
            minRows={2}
            label={t('withdraw_note')}
            {...form.getInputProps('note')}
          />
        </>
      )}
    </RecordDialog>
  );
}
