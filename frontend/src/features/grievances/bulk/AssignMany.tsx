import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Assigned, bulkAssignGrievances, type GrievanceSummary } from '@/api/generated';
import { zAssignment } from '@/api/generated/zod.gen';
import { idempotent } from '@/api/headers';
import { useApiForm } from '@/ui/forms/useApiForm';
import { useStaff } from '../useStaff';
import { BulkDialog } from './BulkDialog';
import { undoing } from './undo';
import { useBulk } from './useBulk';

interface Props {
  chosen: GrievanceSummary[];
  onClose: () => void;
}

const operation = 'assign_grievance';

export function AssignMany({ chosen, onClose }: Props) {
  const { t } = useTranslation(['many', 'cases']);
  const staff = useStaff();
  const form = useApiForm(zAssignment, { owner_id: '' });
  const [undone, setUndone] = useState(false);
  const able = chosen.filter(({ actions }) => actions.includes(operation));
  const bulk = useBulk(
    async (cases: Assigned[], key) =>
      (await bulkAssignGrievances({ headers: idempotent(key), body: { cases } })).data,
  );
  const { owner_id } = form.values;
  const back = undoing(able, bulk.answers);
  return (
    <BulkDialog
      title={t(`cases:move.${operation}.title`)}
      help={t(`cases:move.${operation}.help`)}
      confirm={t(`cases:move.${operation}.confirm`)}
      chosen={chosen}
      able={able}
      bulk={bulk}
      done={(count) => t(undone ? 'many:assigned_back' : 'many:assigned', { count })}
      onSubmit={form.onSubmit(() =>
        bulk.start(able.map(({ id, version }) => ({ id, version, owner_id }))),
      )}
      onUndo={
        undone || back.length === 0
          ? undefined
          : () => {
              setUndone(true);
              void bulk.start(back);
            }
      }
      onClose={onClose}
    >
      <NativeSelect
        withAsterisk
        label={t('cases:field.owner_id')}
        data={[{ value: '', label: t('cases:choose') }, ...staff]}
        {...form.getInputProps('owner_id')}
      />
    </BulkDialog>
  );
}
