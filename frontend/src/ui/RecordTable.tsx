import { Paper, Stack, Table, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import classes from './RecordTable.module.css';

export interface Column<Item> {
  label: string;
  show: (item: Item) => ReactNode;
}

interface Props<Item> {
  label: string;
  /** The first one names the record, with a link to it where it has a page. */
  columns: [Column<Item>, ...Column<Item>[]];
  items: Item[];
}

/** Records as a table where there is room for one, and as cards on a phone. */
export function RecordTable<Item extends { id: string }>(props: Props<Item>) {
  const wide = useMediaQuery('(min-width: 48em)', true, { getInitialValueInEffect: false });
  return wide ? <Rows {...props} /> : <Cards {...props} />;
}

function Rows<Item extends { id: string }>({ label, columns, items }: Props<Item>) {
  const [title, ...rest] = columns;
  return (
    <Paper withBorder className={classes.frame}>
      <Table verticalSpacing="sm" horizontalSpacing="md" highlightOnHover aria-label={label}>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column.label} scope="col">
                {column.label}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((item) => (
            <Table.Tr key={item.id}>
              <Table.Th scope="row" className={classes.title}>
                {title.show(item)}
              </Table.Th>
              {rest.map((column) => (
                <Table.Td key={column.label}>{column.show(item)}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}

function Cards<Item extends { id: string }>({ label, columns, items }: Props<Item>) {
  const [title, ...rest] = columns;
  return (
    <Stack component="ul" gap="sm" className={classes.cards} aria-label={label}>
      {items.map((item) => (
        <Paper key={item.id} component="li" withBorder p="md">
          <div className={classes.title}>{title.show(item)}</div>
          {rest.map((column) => (
            <div key={column.label} className={classes.pair}>
              <Text span size="sm" c="dimmed">
                {column.label}
              </Text>
              <div>{column.show(item)}</div>
            </div>
          ))}
        </Paper>
      ))}
    </Stack>
  );
}
