import { Checkbox, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Mandate, updateMandate } from '@/api/generated';
import { zMandateChange } from '@/api/generated/zod.gen';
import { ifMatch } from '@/api/headers';
import { DayField } from '@/ui/forms/DayField';
import { AccountSelect } from './AccountSelect';
import { MandateDialog, type MandateMove } from './MandateDialog';

const valuesOf = ({ expires_on, account, named }: Mandate) => ({
  expires_on: expires_on ?? null,
  account_id: account?.id ?? null,
  named,
  note: '',
});

/** The term, the account and whether the person is named; why is said with it. */
export function ChangeDialog({ mandate, onClose }: MandateMove) {
  const { t } = useTranslation('mandates');
  return (
    <MandateDialog
      title={t('move.update_mandate')}
      rules={zMandateChange}
      initial={valuesOf(mandate)}
      mandate={mandate}
      send={(values) =>
        updateMandate({
          path: { id: mandate.id },
          headers: ifMatch(mandate),
          body: zMandateChange.parse(values),
        })
      }
      onClose={onClose}
    >
      {(form) => (
        <>
          <DayField
            clearable
            label={t('expires_on')}
            popoverProps={{ withinPortal: false }}
            {...form.getInputProps('expires_on')}
          />
          <AccountSelect mandateId={mandate.id} {...form.getInputProps('account_id')} />
          <Checkbox
            label={t('named_label')}
            description={t('named_help')}
            {...form.getInputProps('named', { type: 'checkbox' })}
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
