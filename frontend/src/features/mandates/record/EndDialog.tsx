import { NativeSelect, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { endMandate, type MandateEnding } from '@/api/generated';
import { zEnding } from '@/api/generated/zod.gen';
import { ifMatch } from '@/api/headers';
import { todayInBishkek } from '@/ui/calendar/month';
import { DayField } from '@/ui/forms/DayField';
import { endings } from '../vocabulary';
import { MandateDialog, type MandateMove } from './MandateDialog';

interface Values extends Record<string, unknown> {
  ended_on: string | null;
  ending: MandateEnding;
  note: string;
}

const nothing: Values = { ended_on: null, ending: 'term_over', note: '' };

/** What follows is said first: the person reaches nothing by it from the next moment on. */
export function EndDialog({ mandate, onClose }: MandateMove) {
  const { t } = useTranslation('mandates');
  return (
    <MandateDialog
      title={t('move.end_mandate')}
      help={t('end_help')}
      confirm={t('move.end_mandate')}
      color="felt"
      rules={zEnding}
      initial={nothing}
      mandate={mandate}
      send={(values) =>
        endMandate({
          path: { id: mandate.id },
          headers: ifMatch(mandate),
          body: zEnding.parse(values),
        })
      }
      onClose={onClose}
    >
      {(form) => (
        <>
          <DayField
            withAsterisk
            label={t('ended_on')}
            maxDate={todayInBishkek()}
            popoverProps={{ withinPortal: false }}
            {...form.getInputProps('ended_on')}
          />
          <NativeSelect
            size="md"
            label={t('ending_label')}
            data={endings.map((value) => ({ value, label: t(`ending.${value}`) }))}
            {...form.getInputProps('ending')}
          />
          <Textarea
            withAsterisk
            autosize
            minRows={2}
            label={t('why')}
            {...form.getInputProps('note')}
          />
        </>
      )}
    </MandateDialog>
  );
}
