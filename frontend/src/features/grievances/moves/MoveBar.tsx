import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Grievance } from '@/api/generated';
import { useKeptFocus } from '@/ui/useKeptFocus';
import { MoveDialog } from './MoveDialog';
import { movesOf } from './moves';

interface Props {
  record: Grievance;
  /** A move to open at once: somebody came by a link that named it. */
  opened?: string;
}

export function MoveBar({ record, opened }: Props) {
  const { t } = useTranslation('cases');
  const { offered, first } = movesOf(record.actions);
  const [current, setCurrent] = useState(() => offered.find((name) => name === opened));
  useKeptFocus(current !== undefined, record.version);
  if (offered.length === 0 && !current) return null;
  return (
    <>
      <Group gap="sm" role="group" aria-label={t('moves')} data-no-print>
        {offered.map((name) => (
          <Button
            key={name}
            variant={name === first ? 'filled' : 'default'}
            onClick={() => setCurrent(name)}
          >
            {t(`move.${name}.button`)}
          </Button>
        ))}
      </Group>
      {current && (
        <MoveDialog
          key={current}
          name={current}
          record={record}
          onClose={() => setCurrent(undefined)}
        />
      )}
    </>
  );
}
