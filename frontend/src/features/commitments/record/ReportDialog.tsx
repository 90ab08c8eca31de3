import { useTranslation } from 'react-i18next';
import { reportCommitment } from '@/api/generated';
import { zCommitmentReport } from '@/api/generated/zod.gen';
import { ifMatch } from '@/api/headers';
import { todayInBishkek } from '@/ui/calendar/month';
import { DayField } from '@/ui/forms/DayField';
import { CommitmentDialog, type CommitmentMove } from './CommitmentDialog';
import { SaidField } from './SaidField';

interface Values extends Record<string, unknown> {
  done_on: string | null;
  note: string;
}

const nothing: Values = { done_on: null, note: '' };

/** It is done, as who owes it says; others look whether it is so. */
export function ReportDialog({ commitment, onClose }: CommitmentMove) {
  const { t } = useTranslation('commitments');
  return (
    <CommitmentDialog
      title={t('move.report_commitment')}
      help={t('help.report_commitment')}
      confirm={t('move.report_commitment')}
      rules={zCommitmentReport}
      initial={nothing}
      commitment={commitment}
      send={(values) =>
        reportCommitment({
          path: { id: commitment.id },
          headers: ifMatch(commitment),
          body: zCommitmentReport.parse(values),
        })
      }
      onClose={onClose}
    >
      {(form) => (
        <>
          <DayField
            withAsterisk
            label={t('done_on')}
            maxDate={todayInBishkek()}
            popoverProps={{ withinPortal: false }}
            {...form.getInputProps('done_on')}
          />
          <SaidField
            withAsterisk
            minRows={3}
            label={t('what_was_done')}
            {...form.getInputProps('note')}
          />
        </>
      )}
    </CommitmentDialog>
  );
}
