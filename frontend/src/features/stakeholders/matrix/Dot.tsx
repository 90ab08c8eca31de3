import { Tooltip } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { StakeholderSummary } from '@/api/generated';
import { stanceKey } from '../vocabulary';
import classes from './Matrix.module.css';
import type { Spot } from './placing';

interface Props {
  item: StakeholderSummary;
  spot: Spot;
  isHeld: boolean;
  mayMove: boolean;
  onPress: (event: KeyboardEvent) => void;
  onChoose: () => void;
  onLeave: () => void;
}

const initials = (name: string) =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.replace(/[^\p{L}]/gu, '').charAt(0))
    .join('');

/** Somebody in the matrix: a word, a shape and a colour say the stance. */
export function Dot({ item, spot, isHeld, mayMove, onPress, onChoose, onLeave }: Props) {
  const { t } = useTranslation('stakeholders');
  const button = useRef<HTMLButtonElement>(null);
  const stance = stanceKey(item.assessment?.stance ?? 0);
  const words = t(`stance.${stance}`);
  // Moved by a key it is drawn in another cell, as another element: the focus goes with it.
  useEffect(() => {
    if (isHeld) button.current?.focus();
  }, [isHeld]);
  return (
    <Tooltip label={`${item.name} · ${words}`} events={{ hover: true, focus: true, touch: false }}>
      <button
        ref={button}
        type="button"
        className={classes.dot}
        data-stance={stance}
        data-held={isHeld}
        draggable={mayMove}
        aria-label={t('matrix.dot', { name: item.name, stance: words, ...spot })}
        onKeyDown={onPress}
        onClick={onChoose}
        onBlur={onLeave}
        onDragStart={(event) => {
          event.dataTransfer.setData('text/plain', item.id);
          event.dataTransfer.effectAllowed = 'move';
        }}
      >
        {initials(item.name)}
      </button>
    </Tooltip>
  );
}
