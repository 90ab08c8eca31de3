import { Button, Group, Menu } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Grievance } from '@/api/generated';
import { Icon } from '@/ui/Icon';
import { useKeptFocus } from '@/ui/useKeptFocus';
import { CommitteeDialog } from './CommitteeDialog';
import { DeclareDialog } from './DeclareDialog';
import { MoveDialog } from './MoveDialog';
import { type MoveName, movesOf } from './moves';

interface Props {
  record: Grievance;
  /** A move to open at once: somebody came by a link that named it. */
  opened?: string;
}

export function MoveBar({ record, opened }: Props) {
  const { t } = useTranslation('cases');
  const { offered, first, aside } = movesOf(record.actions);
  const [current, setCurrent] = useState(() =>
    [...offered, ...aside].find((name) => name === opened),
  );
  useKeptFocus(current !== undefined, record.version);
  if (offered.length === 0 && aside.length === 0 && !current) return null;
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
        {aside.length > 0 && <Asides names={aside} onChoose={setCurrent} />}
      </Group>
      {current && (
        <AnyDialog
          key={current}
          name={current}
          record={record}
          onClose={() => setCurrent(undefined)}
        />
      )}
    </>
  );
}

interface DialogProps {
  name: MoveName;
  record: Grievance;
  onClose: () => void;
}

/** The committee's moves ask for more than a form of fields. */
function AnyDialog({ name, record, onClose }: DialogProps) {
  if (name === 'declare_interests') return <DeclareDialog record={record} onClose={onClose} />;
  if (name !== 'appoint_committee') {
    return <MoveDialog name={name} record={record} onClose={onClose} />;
  }
  return record.audience === 'staff' && <CommitteeDialog record={record} onClose={onClose} />;
}

interface AsidesProps {
  names: MoveName[];
  onChoose: (name: MoveName) => void;
}

function Asides({ names, onChoose }: AsidesProps) {
  const { t } = useTranslation('cases');
  return (
    <Menu withinPortal={false} position="bottom-start">
      <Menu.Target>
        <Button variant="subtle" rightSection={<Icon name="chevronDown" size={18} />}>
          {t('more_moves')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {names.map((name) => (
          <Menu.Item key={name} onClick={() => onChoose(name)}>
            {t(`move.${name}.button`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
