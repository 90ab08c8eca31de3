import { Button, Group, NativeSelect, SimpleGrid } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { zSort } from '@/api/generated/zod.gen';
import { useMay } from '@/features/identity/useMe';
import { Icon } from '@/ui/Icon';
import { countOf, type Filters } from '../filters';
import { PlaceSelect } from '../PlaceSelect';
import { SiteSelect } from '../SiteSelect';
import { categories, clockStates, severities, states } from '../vocabulary';
import classes from './FilterBar.module.css';
import { FilterSelect } from './FilterSelect';
import { OwnerSelect } from './OwnerSelect';
import { SearchInput } from './SearchInput';

interface Props {
  filters: Filters;
  onChange: (to: (before: Filters) => Filters) => void;
}

const broad = ['open', 'waiting', 'closed'] as const;
const statuses = [...broad, ...states] as const;
type Status = (typeof statuses)[number];

const isBroad = (status?: Status): status is (typeof broad)[number] =>
  broad.some((one) => one === status);

const statusOf = ({ state, open, waiting }: Filters): Status | undefined => {
  if (state) return state;
  if (waiting) return 'waiting';
  if (open === undefined) return undefined;
  return open ? 'open' : 'closed';
};

function filterOf(status: Status | undefined): Pick<Filters, 'state' | 'open' | 'waiting'> {
  const none = { state: undefined, open: undefined, waiting: undefined };
  if (status === 'waiting') return { ...none, waiting: true };
  if (isBroad(status)) return { ...none, open: status === 'open' };
  return { ...none, state: status };
}

/** On a phone the filters hide behind a button that says how many are set. */
export function FilterBar({ filters, onChange }: Props) {
  const { t } = useTranslation(['cases', 'grievances']);
  const [open, { toggle }] = useDisclosure();
  const [clearings, setClearings] = useState(0);
  const isStaff = useMay('list_staff');
  const count = countOf(filters);
  // Deadlines are told to staff only.
  const orders = zSort.options.filter((order) => isStaff || order !== 'due');
  const set = (change: Partial<Filters>) => onChange((before) => ({ ...before, ...change }));
  const clear = () => {
    setClearings(clearings + 1);
    onChange(({ sort }) => ({ sort }));
  };
  return (
    <search data-no-print>
      <Group align="flex-end" gap="sm" wrap="nowrap">
        <SearchInput key={clearings} initial={filters.q ?? ''} onSearch={(q) => set({ q })} />
        <Button
          className={classes.toggle}
          variant="default"
          aria-expanded={open}
          leftSection={<Icon name="filter" size={18} />}
          onClick={toggle}
        >
          {count > 0 ? t('filter.toggle_count', { count }) : t('filter.toggle')}
        </Button>
      </Group>
      <div className={classes.fields} data-open={open}>
        <SimpleGrid cols={{ base: 1, xs: 2, md: 3, xl: 6 }} spacing="sm" mt="sm">
          <FilterSelect
            label={t('filter.state')}
            // Whose turn it is, is told to staff only.
            values={statuses.filter((status) => isStaff || status !== 'waiting')}
            words={(status) =>
              isBroad(status) ? t(`filter.${status}`) : t(`grievances:state.${status}`)
            }
            value={statusOf(filters)}
            onChange={(status) => set(filterOf(status))}
          />
          <FilterSelect
            label={t('filter.category')}
            values={categories}
            words={(category) => t(`category.${category}`)}
            value={filters.category}
            onChange={(category) => set({ category })}
          />
          <FilterSelect
            label={t('filter.severity')}
            values={severities}
            words={(severity) => t(`severity.${severity}`)}
            value={filters.severity}
            onChange={(severity) => set({ severity })}
          />
          {isStaff && (
            <FilterSelect
              label={t('filter.clock')}
              values={clockStates}
              words={(clock) => t(`clock_state.${clock}`)}
              value={filters.clock}
              onChange={(clock) => set({ clock })}
            />
          )}
          <PlaceSelect
            label={t('filter.place')}
            placeholder={t('filter.any')}
            districtsOnly={!isStaff}
            value={filters.place_id}
            onChange={(place_id) => set({ place_id })}
          />
          <SiteSelect
            label={t('filter.site')}
            placeholder={t('filter.any')}
            value={filters.site_id}
            onChange={(site_id) => set({ site_id })}
          />
          {isStaff && <OwnerSelect filters={filters} onChange={set} />}
          <NativeSelect
            label={t('filter.sort')}
            value={filters.sort ?? 'newest'}
            onChange={({ currentTarget }) => set({ sort: currentTarget.value as Filters['sort'] })}
            data={orders.map((value) => ({ value, label: t(`sort.${value}`) }))}
          />
        </SimpleGrid>
        {count > 0 && (
          <Button variant="default" size="sm" mt="sm" onClick={clear}>
            {t('filter.clear')}
          </Button>
        )}
      </div>
    </search>
  );
}
