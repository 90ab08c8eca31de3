import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RelationshipEdge } from '@/api/generated';
import { relationshipKinds } from './filters';
import classes from './Graph.module.css';
import { dashes, isDirected } from './GraphEdge';

/** What the lines and the shapes mean; only of what is in the drawing. */
export function GraphLegend({ edges }: { edges: RelationshipEdge[] }) {
  const { t } = useTranslation('relationships');
  const drawn = relationshipKinds.filter((kind) => edges.some((edge) => edge.kind === kind));
  return (
    <div>
      <Group component="ul" gap="md" className={classes.legend} aria-label={t('graph.legend')}>
        <li>
          <svg width="18" height="18" viewBox="-9 -9 18 18" aria-hidden="true">
            <circle r="6" className={classes.shape} strokeWidth="1.8" />
          </svg>
          {t('graph.person')}
        </li>
        <li>
          <svg width="18" height="18" viewBox="-9 -9 18 18" aria-hidden="true">
            <rect
              x="-6"
              y="-6"
              width="12"
              height="12"
              className={classes.shape}
              strokeWidth="1.8"
            />
          </svg>
          {t('graph.group')}
        </li>
        {drawn.map((kind) => (
          <li key={kind}>
            <svg width="40" height="12" viewBox="0 -6 40 12" aria-hidden="true">
              <g className={classes.edge} data-kind={kind}>
                <line
                  x1="1"
                  y1="0"
                  x2="39"
                  y2="0"
                  strokeWidth={kind === 'family_of' ? 3 : 1.5}
                  strokeDasharray={dashes[kind]}
                />
                {isDirected(kind) && <path d="M40 0L31 -4.5V4.5z" />}
              </g>
            </svg>
            {t(`kind.${kind}`)}
          </li>
        ))}
      </Group>
      <Text size="sm" c="dimmed" mt="xs" data-no-print>
        {t('graph.how')}
      </Text>
    </div>
  );
}
