import { VisuallyHidden } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StakeholderSummary } from '@/api/generated';
import { degrees } from '../vocabulary';
import { Dot } from './Dot';
import classes from './Matrix.module.css';
import { moved, type Spot, sameSpot, spotOf, standingOn } from './placing';

interface Props {
  items: StakeholderSummary[];
  mayMove: boolean;
  /** Somebody was put on another spot, and needs a reason for it. */
  onPlace: (item: StakeholderSummary, spot: Spot) => void;
}

const downwards = degrees.toReversed();

/** Influence upwards, interest to the right. People are dragged, or moved with the arrows and put down with Enter. */
export function Matrix({ items, mayMove, onPlace }: Props) {
  const { t } = useTranslation('stakeholders');
  const [held, setHeld] = useState<{ id: string; spot: Spot }>();
  const [target, setTarget] = useState<Spot>();
  const place = (item: StakeholderSummary, spot: Spot) => {
    setHeld(undefined);
    setTarget(undefined);
    onPlace(item, spot);
  };
  const press = (item: StakeholderSummary) => (event: KeyboardEvent) => {
    const from = held?.id === item.id ? held.spot : spotOf(item);
    if (!from || !mayMove) return;
    const spot = moved(from, event.key);
    if (spot) {
      event.preventDefault();
      setHeld({ id: item.id, spot });
    } else if (event.key === 'Escape') {
      setHeld(undefined);
    }
  };
  const drop = (id: string, spot: Spot) => {
    const item = items.find((one) => one.id === id);
    setTarget(undefined);
    if (item && mayMove && !sameSpot(spotOf(item), spot)) place(item, spot);
  };
  const mover = items.find(({ id }) => id === held?.id);
  return (
    <div className={classes.frame}>
      <div className={classes.up} aria-hidden>
        {t('matrix.up')}
      </div>
      <div className={classes.grid}>
        {downwards.flatMap((influence) =>
          degrees.map((interest) => {
            const spot = { influence, interest };
            const standing = standingOn(items, spot, held);
            return (
              // A place to drop on; the keyboard moves the dots themselves.
              // biome-ignore lint/a11y/useSemanticElements: a fieldset would look like a form
              <div
                key={`${influence}-${interest}`}
                role="group"
                aria-label={t('matrix.cell', { influence, interest, count: standing.length })}
                className={classes.cell}
                data-target={sameSpot(target, spot) && target !== undefined}
                onDragOver={(event) => {
                  event.preventDefault();
                  setTarget(spot);
                }}
                onDrop={(event) => {
                  event.preventDefault();
                  drop(event.dataTransfer.getData('text/plain'), spot);
                }}
              >
                {standing.map((item) => (
                  <Dot
                    key={item.id}
                    item={item}
                    spot={spot}
                    isHeld={held?.id === item.id}
                    mayMove={mayMove}
                    onPress={press(item)}
                    onChoose={() => place(item, held?.id === item.id ? held.spot : spot)}
                    onLeave={() => held?.id === item.id && setHeld(undefined)}
                  />
                ))}
              </div>
            );
          }),
        )}
      </div>
      <div className={classes.right} aria-hidden>
        {t('matrix.right')}
      </div>
      <VisuallyHidden role="status">
        {held && mover && t('matrix.held', { name: mover.name, ...held.spot })}
      </VisuallyHidden>
    </div>
  );
}
