import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { Icon } from './Icon';
import { useSettledSearch } from './useSettledSearch';

interface Props {
  label: string;
  placeholder?: string;
  value: string | undefined;
  onChange: (words: string | undefined) => void;
}

/** A search that waits until the person has stopped typing. */
export function SearchField({ label, placeholder, value, onChange }: Props) {
  const [typed, setTyped] = useState(value ?? '');
  const search = useSettledSearch(onChange);
  return (
    <TextInput
      type="search"
      label={label}
      placeholder={placeholder}
      maxLength={100}
      flex="1 1 14rem"
      leftSection={<Icon name="search" />}
      value={typed}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        search(currentTarget.value.trim() || undefined);
      }}
    />
  );
}
