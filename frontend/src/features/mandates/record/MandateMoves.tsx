import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mandate } from '@/api/generated';
import { ActivateDialog } from './ActivateDialog';
import { ChangeDialog } from './ChangeDialog';
import { EndDialog } from './EndDialog';
import { EndorseDialog } from './EndorseDialog';
import { VetDialog } from './VetDialog';

const moves = [
  'vet_mandate',
  'endorse_mandate',
  'activate_mandate',
  'update_mandate',
  'end_mandate',
] as const;

type Move = (typeof moves)[number];

const dialogs: Record<Move, typeof VetDialog> = {
  vet_mandate: VetDialog,
  endorse_mandate: EndorseDialog,
  activate_mandate: ActivateDialog,
  update_mandate: ChangeDialog,
  end_mandate: EndDialog,
};

/** What the caller may do with the mandate now; the next step first. */
export function MandateMoves({ mandate }: { mandate: Mandate }) {
  const { t } = useTranslation('mandates');
  const [open, setOpen] = useState<Move>();
  const possible = moves.filter((move) => mandate.actions.includes(move));
  const Open = open && dialogs[open];
  return (
    <Group data-no-print>
      {possible.map((move) => (
        <Button
          key={move}
          variant={move === 'end_mandate' || move === 'update_mandate' ? 'default' : 'filled'}
          onClick={() => setOpen(move)}
        >
          {t(`move.${move}`)}
        </Button>
      ))}
      {Open && <Open mandate={mandate} onClose={() => setOpen(undefined)} />}
    </Group>
  );
}
