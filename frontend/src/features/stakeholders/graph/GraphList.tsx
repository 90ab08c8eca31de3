import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RelationshipEdge } from '@/api/generated';
import { paths } from '@/paths';
import { TextLink } from '@/ui/links';
import classes from './Graph.module.css';
import type { PlacedNode } from './layout';
import { tiesOf } from './ties';

interface Props {
  nodes: PlacedNode[];
  edges: RelationshipEdge[];
}

/** The same without a drawing: everybody, with what each is to others. */
export function GraphList({ nodes, edges }: Props) {
  const { t } = useTranslation('relationships');
  const ordered = nodes.toSorted((one, two) => one.name.localeCompare(two.name, 'ru'));
  return (
    <details className={classes.list}>
      <summary>{t('graph.as_list')}</summary>
      <ul>
        {ordered.map(({ id, name }) => (
          <li key={id}>
            <TextLink to={paths.stakeholder} params={{ stakeholderId: id }}>
              {name}
            </TextLink>
            <List size="sm">
              {tiesOf(id, nodes, edges).map(({ edge, other, side }) => (
                <List.Item key={edge.id}>
                  <Text size="sm">{`${t(`side.${edge.kind}.${side}`)} ${other.name}`}</Text>
                </List.Item>
              ))}
            </List>
          </li>
        ))}
      </ul>
    </details>
  );
}
