import { MultiSelect, type MultiSelectProps } from '@mantine/core';
import classes from '@/ui/forms/SearchSelect.module.css';
import { useProgrammeOptions } from './useProgrammeOptions';

/** Programmes are few: all of them are there to choose from. */
export function ProgrammesPicker(props: MultiSelectProps) {
  const classNames = { input: classes.input, inputField: classes.typed };
  return (
    <MultiSelect
      searchable
      hidePickedOptions
      classNames={classNames}
      data={useProgrammeOptions()}
      {...props}
    />
  );
}
