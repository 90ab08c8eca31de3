import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PlaceCount } from '@/api/generated';
import { paths } from '@/paths';
import { useFormats } from '@/ui/formats';
import { TextLink } from '@/ui/links';
import { useName } from '@/ui/names';

/** The same figures as the map, for those who read or listen rather than look. */
export function CountsTable({ counts }: { counts: PlaceCount[] }) {
  const { t } = useTranslation('cases');
  const { number } = useFormats();
  const name = useName();
  return (
    <Table maw={480} mt="lg">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('map.place')}</Table.Th>
          <Table.Th ta="right">{t('map.count')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {counts
          .toSorted((a, b) => b.count - a.count)
          .map(({ place, count }) => (
            <Table.Tr key={place.id}>
              <Table.Td>
                <TextLink to={paths.grievances} search={{ place_id: place.id }}>
                  {name(place.names)}
                </TextLink>
              </Table.Td>
              <Table.Td ta="right">{number(count)}</Table.Td>
            </Table.Tr>
          ))}
      </Table.Tbody>
    </Table>
  );
}
