import { Paper, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImpactFigures } from '@/api/generated';
import { categories } from '../vocabulary';

/** What people say, by what it is about: the bad and the good. */
export function CategoryTable({ figures }: { figures: ImpactFigures }) {
  const { t } = useTranslation(['impacts', 'cases']);
  const countOf = (category: string, direction: string) =>
    figures.by_category.find((one) => one.category === category && one.direction === direction)
      ?.count;
  const shown = (count: number | undefined) => {
    if (count === undefined) return figures.exact ? '0' : t('impacts:few');
    return figures.exact ? count : `${count}+`;
  };
  const told = categories.filter((category) =>
    figures.by_category.some((one) => one.category === category),
  );
  if (told.length === 0) return null;
  return (
    <Paper withBorder>
      <Table verticalSpacing="sm" horizontalSpacing="md" aria-label={t('impacts:here.by_category')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('impacts:category_label')}</Table.Th>
            <Table.Th scope="col">{t('impacts:direction.negative')}</Table.Th>
            <Table.Th scope="col">{t('impacts:direction.positive')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {told.map((category) => (
            <Table.Tr key={category}>
              <Table.Th scope="row">{t(`cases:category.${category}`)}</Table.Th>
              <Table.Td>{shown(countOf(category, 'negative'))}</Table.Td>
              <Table.Td>{shown(countOf(category, 'positive'))}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}
