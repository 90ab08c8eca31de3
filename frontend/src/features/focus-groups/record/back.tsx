import { Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type FocusGroup, reopenCodingFocusGroup, validateFocusGroup } from '@/api/generated';
import { zHearingBack } from '@/api/generated/zod.gen';
import { ifMatch } from '@/api/headers';
import { todayInBishkek } from '@/ui/calendar/month';
import { filled, PastDay, PeopleField } from './fields';
import { GroupDialog } from './GroupDialog';
import { ReasonDialog } from './ReasonDialog';

interface Props {
  record: FocusGroup;
  onClose: () => void;
}

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
      {(form) => (
        <>
          <PastDay form={form} path="validated_on" label={t('validated_on')} />
          <TextInput withAsterisk label={t('validated_place')} {...form.getInputProps('place')} />
          <PeopleField form={form} path="people" label={t('validated_people')} digits={4} />
          <Textarea
            autosize
            minRows={2}
            label={t('corrections')}
            description={t('note_help')}
            {...form.getInputProps('corrections')}
          />
        </>
      )}
    </GroupDialog>
  );
}

export function ReopenDialog({ record, onClose }: Props) {
  const { t } = useTranslation('focus-groups');
  return (
    <ReasonDialog
      title={t('reopen_coding')}
      record={record}
      send={(body) =>
        reopenCodingFocusGroup({ path: { id: record.id }, headers: ifMatch(record), body })
      }
      onClose={onClose}
    />
  );
}
