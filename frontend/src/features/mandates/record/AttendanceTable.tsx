import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CountedBand, Headcount, Sex } from '@/api/generated';
import { bands, sexes } from '../vocabulary';

const peopleOf = (attendance: Headcount[], sex: Sex, band: CountedBand) =>
  attendance.find((count) => count.sex === sex && count.band === band)?.people ?? 0;

/** Who took part, by sex and age. */
export function AttendanceTable({ attendance }: { attendance: Headcount[] }) {
  const { t } = useTranslation('mandates');
  return (
    <Table aria-label={t('attendance')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('age')}</Table.Th>
          {sexes.map((sex) => (
            <Table.Th key={sex} scope="col" ta="right">
              {t(`sex.${sex}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {bands.map((band) => (
          <Table.Tr key={band}>
            <Table.Th scope="row" fw={400}>
              {t(`band.${band}`)}
            </Table.Th>
            {sexes.map((sex) => (
              <Table.Td key={sex} ta="right">
                {peopleOf(attendance, sex, band)}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
