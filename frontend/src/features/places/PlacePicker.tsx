import type { MultiSelectProps, SelectProps } from '@mantine/core';
import { SearchMultiSelect, SearchSelect } from '@/ui/forms/SearchSelect';
import { showPlaceOption, usePlaceOptions } from './usePlaceOptions';

export function PlacePicker({ value, ...props }: SelectProps) {
  const source = usePlaceOptions(value ? [value] : []);
  return (
    <SearchSelect source={source} renderOption={showPlaceOption} value={value ?? null} {...props} />
  );
}

export function PlacesPicker({ value = [], ...props }: MultiSelectProps) {
  const source = usePlaceOptions(value);
  return (
    <SearchMultiSelect source={source} renderOption={showPlaceOption} value={value} {...props} />
  );
}
