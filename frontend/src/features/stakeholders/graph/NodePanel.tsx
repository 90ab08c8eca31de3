import { Button, Group, List, Paper, Text, Title } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { RelationshipEdge } from '@/api/generated';
import { paths } from '@/paths';
import { ButtonLink, TextLink } from '@/ui/links';
import { useName } from '@/ui/names';
import type { PlacedNode } from './layout';
import { tiesOf } from './ties';

interface Props {
  node: PlacedNode;
  nodes: PlacedNode[];
  edges: RelationshipEdge[];
  onAround: (id: string) => void;
}

/** Whoever is chosen, in words. */
export function NodePanel({ node, nodes, edges, onAround }: Props) {
  const { t } = useTranslation(['relationships', 'stakeholders']);
  const name = useName();
  const titleId = useId();
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby={titleId} aria-live="polite">
      <Title order={2} id={titleId} size="h3">
        {node.name}
      </Title>
      <Text c="dimmed" mb="sm">
        {[t(`stakeholders:category.${node.category}`), name(node.place.names)].join(' · ')}
      </Text>
      <List mb="md">
        {tiesOf(node.id, nodes, edges).map(({ edge, other, side }) => (
          <List.Item key={edge.id}>
            {t(`side.${edge.kind}.${side}`)}{' '}
            <TextLink to={paths.stakeholder} params={{ stakeholderId: other.id }}>
              {other.name}
            </TextLink>
          </List.Item>
        ))}
      </List>
      <Group data-no-print>
        <ButtonLink variant="default" to={paths.stakeholder} params={{ stakeholderId: node.id }}>
          {t('graph.open')}
        </ButtonLink>
        <Button variant="default" onClick={() => onAround(node.id)}>
          {t('graph.only_around')}
        </Button>
      </Group>
    </Paper>
  );
}
