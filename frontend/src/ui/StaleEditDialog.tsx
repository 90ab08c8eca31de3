import { Button, Group, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './Dialog';

export interface ComparedField<Values> {
  label: string;
  show: (values: Values) => ReactNode;
}

interface Props<Values> {
  mine: Values;
  theirs: Values;
  fields: ComparedField<Values>[];
  onKeepMine: () => void;
  onTakeTheirs: () => void;
  onClose: () => void;
}

/** Somebody else saved first: shows both versions and lets the person choose. */
export function StaleEditDialog<Values>(props: Props<Values>) {
  const { mine, theirs, fields, onKeepMine, onTakeTheirs, onClose } = props;
  const { t } = useTranslation();
  const differing = fields.filter(({ show }) => show(mine) !== show(theirs));
  return (
    <Dialog wide title={t('stale.title')} onClose={onClose}>
      <Text mb="md">{t('stale.help')}</Text>
      <Table mb="lg" verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('stale.field')}</Table.Th>
            <Table.Th>{t('stale.mine')}</Table.Th>
            <Table.Th>{t('stale.theirs')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {differing.map(({ label, show }) => (
            <Table.Tr key={label}>
              <Table.Th scope="row">{label}</Table.Th>
              <Table.Td>{show(mine)}</Table.Td>
              <Table.Td>{show(theirs)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Group>
        <Button onClick={onKeepMine}>{t('stale.keep_mine')}</Button>
        <Button variant="default" onClick={onTakeTheirs}>
          {t('stale.take_theirs')}
        </Button>
      </Group>
    </Dialog>
  );
}
