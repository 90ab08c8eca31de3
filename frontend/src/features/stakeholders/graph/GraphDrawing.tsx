import { Button, Group } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RelationshipEdge } from '@/api/generated';
import classes from './Graph.module.css';
import { GraphEdge } from './GraphEdge';
import { GraphNode } from './GraphNode';
import { named } from './labels';
import { along, type Frame, frameOf, type PlacedNode, zoomed } from './layout';

interface Props {
  nodes: PlacedNode[];
  edges: RelationshipEdge[];
  chosen: string | undefined;
  onChoose: (id: string) => void;
}

/** How many times nearer than the whole one may come. */
const nearest = 12;

/** The drawing: arrows move along the ties, plus and minus bring it nearer, a drag moves it. */
export function GraphDrawing({ nodes, edges, chosen, onChoose }: Props) {
  const { t } = useTranslation('relationships');
  const byId = useMemo(() => new Map(nodes.map((node) => [node.id, node])), [nodes]);
  const whole = useMemo(() => frameOf(nodes), [nodes]);
  const [frame, setFrame] = useState(whole);
  const { ref: box, width, height } = useElementSize();
  // How much of the drawing a pixel of the screen is: names and lines keep their size on it.
  const unit = Math.max(frame.width / (width || 900), frame.height / (height || 600));
  const svg = useRef<SVGSVGElement>(null);
  const node = chosen ? byId.get(chosen) : undefined;
  const inReach = new Set(node ? [node.id, ...node.neighbours] : []);
  const written = named(nodes, inReach, unit);

  // Whoever is chosen is brought into sight, from wherever it was chosen.
  useEffect(() => {
    if (node) setFrame((before) => (holds(before, node) ? before : zoomed(before, 1, node)));
  }, [node]);

  const zoom = (by: number) =>
    setFrame((before) => {
      const next = zoomed(before, by, node && by > 1 ? node : undefined);
      const tooNear = next.width < whole.width / nearest;
      return tooNear || next.width > whole.width * 1.5 ? before : next;
    });
  const focus = (id: string) => {
    onChoose(id);
    svg.current?.querySelector<SVGGElement>(`[data-node="${id}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const near: Record<string, number> = { '+': 1.4, '=': 1.4, '-': 1 / 1.4 };
    const by = near[event.key];
    const next = node && along(event.key, node, (id) => byId.get(id));
    if (next) focus(next.id);
    else if (by) zoom(by);
    else if (event.key === '0') setFrame(whole);
    else if (!event.key.startsWith('Arrow')) return;
    event.preventDefault();
  };
  const entry = node?.id ?? nodes[0]?.id;
  return (
    <div className={classes.frame} ref={box}>
      <Group gap="xs" className={classes.buttons} data-no-print>
        <Button
          size="sm"
          variant="default"
          aria-label={t('graph.nearer')}
          onClick={() => zoom(1.4)}
        >
          +
        </Button>
        <Button
          size="sm"
          variant="default"
          aria-label={t('graph.farther')}
          onClick={() => zoom(1 / 1.4)}
        >
          −
        </Button>
        <Button size="sm" variant="default" onClick={() => setFrame(whole)}>
          {t('graph.whole')}
        </Button>
      </Group>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing is no set of fields */}
      <svg
        ref={svg}
        className={classes.drawing}
        viewBox={`${frame.x} ${frame.y} ${frame.width} ${frame.height}`}
        role="group"
        aria-label={t('graph.label', { nodes: nodes.length, edges: edges.length })}
        onKeyDown={onKeyDown}
        {...useDrag(frame, setFrame, svg)}
      >
        {edges.map((edge) => (
          <GraphEdge
            key={edge.id}
            edge={edge}
            from={byId.get(edge.from_id)}
            to={byId.get(edge.to_id)}
            unit={unit}
            strong={edge.from_id === chosen || edge.to_id === chosen}
            faint={Boolean(node) && edge.from_id !== chosen && edge.to_id !== chosen}
          />
        ))}
        {nodes.map((one) => (
          <GraphNode
            key={one.id}
            node={one}
            unit={unit}
            named={written.has(one.id)}
            chosen={one.id === chosen}
            faint={Boolean(node) && !inReach.has(one.id)}
            tabbable={one.id === entry}
            onChoose={() => focus(one.id)}
          />
        ))}
      </svg>
    </div>
  );
}

const holds = ({ x, y, width, height }: Frame, node: PlacedNode) =>
  node.x > x && node.x < x + width && node.y > y && node.y < y + height;

/** Moves the drawing under the finger or the mouse. */
function useDrag(
  frame: Frame,
  setFrame: (frame: Frame) => void,
  svg: React.RefObject<SVGSVGElement | null>,
) {
  const start = useRef<{ x: number; y: number; frame: Frame }>(undefined);
  return {
    onPointerDown: (event: PointerEvent) => {
      start.current = { x: event.clientX, y: event.clientY, frame };
    },
    onPointerMove: (event: PointerEvent) => {
      const from = start.current;
      const width = svg.current?.clientWidth;
      if (!from || !width || event.buttons === 0) return;
      const scale = from.frame.width / width;
      const [dx, dy] = [(event.clientX - from.x) * scale, (event.clientY - from.y) * scale];
      setFrame({ ...from.frame, x: from.frame.x - dx, y: from.frame.y - dy });
    },
    onPointerUp: () => {
      start.current = undefined;
    },
  };
}
