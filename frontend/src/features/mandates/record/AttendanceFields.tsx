import { Input, NumberInput, Stack, Table, Text } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { CountedBand, Sex } from '@/api/generated';
import { bands, sexes } from '../vocabulary';
import { type Counts, totalsOf } from './counts';

interface Props {
  counts: Counts;
  onChange: (counts: Counts) => void;
  /** Nobody is counted yet. */
  missing: boolean;
}

/** How many took part, by sex and age; what it comes to is told while typing. */
export function AttendanceFields({ counts, onChange, missing }: Props) {
  const { t } = useTranslation('mandates');
  const labelId = useId();
  const set = (sex: Sex, band: CountedBand, typed: number | string) => {
    const people = typeof typed === 'number' ? typed : undefined;
    onChange({ ...counts, [sex]: { ...counts[sex], [band]: people } });
  };
  return (
    <Stack gap="xs">
      <Input.Label id={labelId} required component="div">
        {t('attendance')}
      </Input.Label>
      <Table
        aria-labelledby={labelId}
        withRowBorders={false}
        verticalSpacing={4}
        horizontalSpacing={4}
      >
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('age')}</Table.Th>
            {sexes.map((sex) => (
              <Table.Th key={sex} scope="col">
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
                <Table.Td key={sex}>
                  <NumberInput
                    size="md"
                    aria-label={`${t(`sex.${sex}`)}, ${t(`band.${band}`)}`}
                    min={0}
                    max={100_000}
                    allowDecimal={false}
                    allowNegative={false}
                    inputMode="numeric"
                    hideControls
                    placeholder="0"
                    value={counts[sex][band] ?? ''}
                    onChange={(typed) => set(sex, band, typed)}
                  />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text role="status">{t('took_part', totalsOf(counts))}</Text>
      {missing && <Input.Error>{t('nobody_counted')}</Input.Error>}
    </Stack>
  );
}
