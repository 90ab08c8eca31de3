import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Impact } from '@/api/generated';
import { zImpactNote } from '@/api/generated/zod.gen';
import { ifMatch } from '@/api/headers';
import { type MoveName, make } from './moves';
import { RecordDialog } from './RecordDialog';

interface Props {
  name: MoveName;
  record: Impact;
  onClose: () => void;
}

/** A move and why; who reads the reason is said first. */
export function MoveDialog({ name, record, onClose }: Props) {
  const { t } = useTranslation('impacts');
  return (
    <RecordDialog
      title={t(`move.${name}.button`)}
      help={t(`move.${name}.help`)}
      confirm={t(`move.${name}.button`)}
      color={name === 'dismiss_impact' || name === 'return_impact' ? 'felt' : undefined}
      rules={zImpactNote}
      initial={{ note: '' }}
      record={record}
      send={({ note }) =>
        make(name, { path: { id: record.id }, headers: ifMatch(record), body: { note } })
      }
      onClose={onClose}
    >
      {(form) => (
        <Textarea
          withAsterisk
          autosize
          minRows={3}
          label={t(`move.${name}.note`)}
          {...form.getInputProps('note')}
        />
      )}
    </RecordDialog>
  );
}
