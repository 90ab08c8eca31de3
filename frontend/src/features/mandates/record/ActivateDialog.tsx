import { Checkbox, SimpleGrid, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { activateMandate } from '@/api/generated';
import { zActivation } from '@/api/generated/zod.gen';
import { ifMatch } from '@/api/headers';
import { todayInBishkek } from '@/ui/calendar/month';
import { DayField } from '@/ui/forms/DayField';
import { AccountSelect } from './AccountSelect';
import { MandateDialog, type MandateMove } from './MandateDialog';

interface Values extends Record<string, unknown> {
  starts_on: string | null;
  expires_on: string | null;
  account_id: string | null;
  named: boolean;
  note: string;
}

const nothing: Values = {
  starts_on: null,
  expires_on: null,
  account_id: null,
  named: false,
  note: '',
};

const bodyOf = ({ note, ...values }: Values) => ({ ...values, note: note.trim() || null });

export function ActivateDialog({ mandate, onClose }: MandateMove) {
  const { t } = useTranslation('mandates');
  return (
    <MandateDialog
      title={t('move.activate_mandate')}
      help={t('activate_help')}
      rules={zActivation}
      initial={nothing}
      toBody={bodyOf}
      mandate={mandate}
      send={(values) =>
        activateMandate({
          path: { id: mandate.id },
          headers: ifMatch(mandate),
          body: zActivation.parse(bodyOf(values)),
        })
      }
      onClose={onClose}
    >
      {(form) => (
        <>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <DayField
              withAsterisk
              label={t('starts_on')}
              maxDate={todayInBishkek()}
              popoverProps={{ withinPortal: false }}
              {...form.getInputProps('starts_on')}
            />
            <DayField
              clearable
              label={t('expires_on')}
              popoverProps={{ withinPortal: false }}
              {...form.getInputProps('expires_on')}
            />
          </SimpleGrid>
          <AccountSelect mandateId={mandate.id} {...form.getInputProps('account_id')} />
          <Checkbox
            label={t('named_label')}
            description={t('named_help')}
            {...form.getInputProps('named', { type: 'checkbox' })}
          />
          <Textarea autosize minRows={2} label={t('note')} {...form.getInputProps('note')} />
        </>
      )}
    </MandateDialog>
  );
}
