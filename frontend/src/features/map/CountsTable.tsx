import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PlaceCount } from '@/api/generated';
import { useFormats } from '@/ui/formats';
import { TextLink } from '@/ui/links';
import { useName } from '@/ui/names';
import type { MapWords } from './words';

/** The same figures as the map, for those who read or listen rather than look. */
export function CountsTable({ words, counts }: { words: MapWords; counts: PlaceCount[] }) {
  const { t } = useTranslation('map');
  const { number } = useFormats();
  const name = useName();
  return (
    <Table maw={480} mt="lg">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('place')}</Table.Th>
          <Table.Th ta="right">{words.count}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {counts
          .toSorted((a, b) => b.count - a.count)
          .map(({ place, count }) => (
            <Table.Tr key={place.id}>
              <Table.Td>
                <TextLink {...words.listOf(place.id)}>{name(place.names)}</TextLink>
              </Table.Td>
              <Table.Td ta="right">{number(count)}</Table.Td>
            </Table.Tr>
          ))}
      </Table.Tbody>
    </Table>
  );
}
