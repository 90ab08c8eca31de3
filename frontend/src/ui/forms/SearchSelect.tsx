import { MultiSelect, type MultiSelectProps, Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import classes from './SearchSelect.module.css';

export interface Option {
  value: string;
  label: string;
}

interface Source {
  search: string;
  onSearch: (search: string) => void;
  /** What the server found. */
  options: Option[];
  isFetching: boolean;
  /** The chosen records, which need not be among those found. */
  chosen: Option[];
}

const pause = 250;

/** What to ask the server for: the field shows the chosen record's name, which is no question. */
export function useSettledWords(search: string, chosen: Option[]): string {
  const words = chosen.some(({ label }) => label === search) ? '' : search.trim();
  return useDebouncedValue(words, pause)[0];
}

function useFound({ search, onSearch, options, isFetching, chosen }: Source) {
  const { t } = useTranslation('records');
  const found = new Set(options.map(({ value }) => value));
  const filter: SelectProps['filter'] = ({ options: all }) =>
    // The server has searched already; what was chosen before is only there for its name.
    all.filter((item) => !('value' in item) || found.has(item.value));
  return {
    searchable: true,
    searchValue: search,
    onSearchChange: onSearch,
    data: [...options, ...chosen.filter(({ value }) => !found.has(value))],
    filter,
    nothingFoundMessage: isFetching ? t('searching') : t('nothing_found'),
    maxDropdownHeight: 320,
  };
}

export function SearchSelect({ source, ...props }: SelectProps & { source: Source }) {
  return <Select {...useFound(source)} {...props} />;
}

export function SearchMultiSelect({ source, ...props }: MultiSelectProps & { source: Source }) {
  const classNames = { input: classes.input, inputField: classes.typed };
  return <MultiSelect hidePickedOptions classNames={classNames} {...useFound(source)} {...props} />;
}
