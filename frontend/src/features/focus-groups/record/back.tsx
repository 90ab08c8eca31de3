import { NumberInput, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type FocusGroup, reopenCodingFocusGroup, validateFocusGroup } from '@/api/generated';
import { zFocusGroupReason, zHearingBack } from '@/api/generated/zod.gen';
import { ifMatch } from '@/api/headers';
import { todayInBishkek } from '../bishkek';
import { PastDay } from './fields';
import { GroupDialog } from './GroupDialog';

interface Props {
  record: FocusGroup;
  onClose: () => void;
}

const filled = (text: string) => text.trim() || null;

interface BackValues extends Record<string, unknown> {
  validated_on: string | null;
  place: string;
  people: number | null;
  corrections: string;
}

export function ValidateDialog({ record, onClose }: Props) {
  const { t } = useTranslation('focus-groups');
  const toBody = ({ corrections, ...rest }: BackValues) => ({
    ...rest,
    corrections: filled(corrections),
  });
  const initial: BackValues = {
    validated_on: todayInBishkek(),
    place: record.venue,
    people: null,
    corrections: '',
  };
  return (
    <GroupDialog
      title={t('validate')}
      help={t('validate_help')}
      rules={zHearingBack}
      initial={initial}
      toBody={toBody}
      record={record}
      send={(values) =>
        validateFocusGroup({
          path: { id: record.id },
          headers: ifMatch(record),
          body: zHearingBack.parse(toBody(values)),
        })
      }
      onClose={onClose}
    >
      {(form) => {
        const { onChange, value, ...input } = form.getInputProps('people');
        return (
          <>
            <PastDay form={form} path="validated_on" label={t('validated_on')} />
            <TextInput withAsterisk label={t('validated_place')} {...form.getInputProps('place')} />
            <NumberInput
              withAsterisk
              hideControls
              allowDecimal={false}
              allowNegative={false}
              maxLength={4}
              label={t('validated_people')}
              onChange={(typed) => onChange(typeof typed === 'number' ? typed : null)}
              {...input}
              value={value ?? ''}
            />
            <Textarea
              autosize
              minRows={2}
              label={t('corrections')}
              description={t('note_help')}
              {...form.getInputProps('corrections')}
            />
          </>
        );
      }}
    </GroupDialog>
  );
}

export function ReopenDialog({ record, onClose }: Props) {
  const { t } = useTranslation('focus-groups');
  const toBody = ({ reason }: { reason: string }) => ({ reason: reason.trim() });
  return (
    <GroupDialog
      title={t('reopen_coding')}
      rules={zFocusGroupReason}
      initial={{ reason: '' }}
      toBody={toBody}
      record={record}
      send={(values) =>
        reopenCodingFocusGroup({
          path: { id: record.id },
          headers: ifMatch(record),
          body: zFocusGroupReason.parse(toBody(values)),
        })
      }
      onClose={onClose}
    >
      {(form) => (
        <Textarea
          autosize
          withAsterisk
          minRows={2}
          label={t('reason')}
          description={t('reason_help')}
          {...form.getInputProps('reason')}
        />
      )}
    </GroupDialog>
  );
}
