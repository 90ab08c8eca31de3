import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Impact } from '@/api/generated';
import { MoveButtons } from '@/ui/MoveButtons';
import { useKeptFocus } from '@/ui/useKeptFocus';
import { MoveDialog } from './MoveDialog';
import { leadsBack, type MoveName, movesOf } from './moves';

/** The moves that this person may make now; the way on stands out. */
export function MoveBar({ record }: { record: Impact }) {
  const { t } = useTranslation('impacts');
  const [current, setCurrent] = useState<MoveName>();
  useKeptFocus(current !== undefined, record.version);
  const offered = movesOf(record);
  const first = offered.find((name) => !leadsBack(name));
  if (offered.length === 0) return null;
  return (
    <>
      <MoveButtons
        label={t('moves')}
        names={offered}
        first={first}
        nameOf={(name) => t(`move.${name}.button`)}
        onChoose={setCurrent}
      />
      {current && (
        <MoveDialog name={current} record={record} onClose={() => setCurrent(undefined)} />
      )}
    </>
  );
}
