import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AttendanceCounts } from '@/api/generated';
import { bands, figuresOf } from './counts';

/** A count to be read: on the record, printed, or beside another. */
export function CountsInWords({ counts }: { counts: AttendanceCounts }) {
  const { t } = useTranslation('focus-groups');
  return (
    <>
      <Table withRowBorders={false} verticalSpacing={2}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('age')}</Table.Th>
            <Table.Th scope="col">{t('female')}</Table.Th>
            <Table.Th scope="col">{t('male')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {bands.map((band) => (
            <Table.Tr key={band}>
              <Table.Th scope="row">{t(`band.${band}`)}</Table.Th>
              <Table.Td>{counts.female[band]}</Table.Td>
              <Table.Td>{counts.male[band]}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <p>{t('figures', { ...figuresOf(counts) })}</p>
    </>
  );
}
