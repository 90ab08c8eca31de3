import type { RelationshipEdge, RelationshipKind } from '@/api/generated';
import classes from './Graph.module.css';
import type { PlacedNode } from './layout';

/** Each kind has a line of its own; colour only helps. */
export const dashes: Record<RelationshipKind, string | undefined> = {
  represents: undefined,
  employed_by: '9 4',
  contracts_with: '2 4',
  family_of: undefined,
  in_dispute_with: '11 3 2 3',
  allied_with: '5 2',
};

const directed: ReadonlySet<RelationshipKind> = new Set(['represents', 'employed_by']);

export const isDirected = (kind: RelationshipKind) => directed.has(kind);

interface Props {
  edge: RelationshipEdge;
  from: PlacedNode | undefined;
  to: PlacedNode | undefined;
  unit: number;
  strong: boolean;
  faint: boolean;
}

export function GraphEdge({ edge: { kind }, from, to, unit, strong, faint }: Props) {
  if (!from || !to) return null;
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const scaled = dashes[kind]?.split(' ').map((part) => Number(part) * unit);
  // The head stands clear of the shape that it points at.
  const head = { x: to.x - (dx / length) * 13 * unit, y: to.y - (dy / length) * 13 * unit };
  const angle = (Math.atan2(dy, dx) * 180) / Math.PI;
  return (
    <g className={classes.edge} data-kind={kind} data-strong={strong} data-faint={faint}>
      <line
        x1={from.x}
        y1={from.y}
        x2={to.x}
        y2={to.y}
        strokeWidth={(kind === 'family_of' ? 3 : 1.5) * unit * (strong ? 1.5 : 1)}
        strokeDasharray={scaled?.join(' ')}
      />
      {isDirected(kind) && (
        <path
          d={`M0 0L${-9 * unit} ${-4.5 * unit}V${4.5 * unit}z`}
          transform={`translate(${head.x} ${head.y}) rotate(${angle})`}
        />
      )}
    </g>
  );
}
