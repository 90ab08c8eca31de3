import { MultiSelect, type MultiSelectProps } from '@mantine/core';
import { useProgrammeOptions } from './useProgrammeOptions';

/** Programmes are few: all of them are there to choose from. */
export function ProgrammesPicker(props: MultiSelectProps) {
  return <MultiSelect searchable hidePickedOptions data={useProgrammeOptions()} {...props} />;
}
