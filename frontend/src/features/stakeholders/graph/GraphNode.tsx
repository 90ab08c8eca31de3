import { useTranslation } from 'react-i18next';
import classes from './Graph.module.css';
import { shortName } from './labels';
import type { PlacedNode } from './layout';

interface Props {
  node: PlacedNode;
  /** How much of the drawing a pixel of the screen is. */
  unit: number;
  named: boolean;
  chosen: boolean;
  faint: boolean;
  tabbable: boolean;
  onChoose: () => void;
}

/** A person is a circle, a group a square. */
export function GraphNode({ node, unit, named, chosen, faint, tabbable, onChoose }: Props) {
  const { t } = useTranslation(['relationships', 'stakeholders']);
  const { id, name, kind, category, x, y, neighbours } = node;
  const size = 7 * Math.min(unit, 1.6);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing has no button of its own
    <g
      role="button"
      data-node={id}
      data-chosen={chosen}
      data-faint={faint}
      tabIndex={tabbable ? 0 : -1}
      aria-pressed={chosen}
      aria-label={t('graph.node', {
        name,
        category: t(`stakeholders:category.${category}`),
        count: neighbours.length,
      })}
      className={classes.node}
      transform={`translate(${x} ${y})`}
      onClick={onChoose}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === ' ') onChoose();
      }}
    >
      <circle r={size * 2.4} className={classes.target} />
      {kind === 'person' ? (
        <circle r={size} className={classes.shape} strokeWidth={1.8 * unit} />
      ) : (
        <rect
          x={-size}
          y={-size}
          width={size * 2}
          height={size * 2}
          className={classes.shape}
          strokeWidth={1.8 * unit}
        />
      )}
      {named && (
        <text
          y={size + 13 * unit}
          fontSize={13 * unit}
          strokeWidth={3 * unit}
          className={classes.name}
        >
          {shortName(name)}
        </text>
      )}
    </g>
  );
}
