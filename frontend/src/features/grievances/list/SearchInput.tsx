import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '@/ui/Icon';
import { useSettledSearch } from '@/ui/useSettledSearch';
import { shortestSearch } from '../filters';

interface Props {
  initial: string;
  onSearch: (q: string | undefined) => void;
}

export function SearchInput({ initial, onSearch }: Props) {
  const { t } = useTranslation('cases');
  const [text, setText] = useState(initial);
  const search = useSettledSearch(onSearch);
  const { length } = text.trim();
  const type = (typed: string) => {
    setText(typed);
    const q = typed.trim();
    if (q === '' || q.length >= shortestSearch) search(q || undefined);
  };
  return (
    <TextInput
      type="search"
      flex={1}
      label={t('filter.search')}
      description={length > 0 && length < shortestSearch ? t('filter.too_short') : undefined}
      inputWrapperOrder={['label', 'input', 'description']}
      leftSection={<Icon name="search" size={18} />}
      value={text}
      onChange={({ currentTarget }) => type(currentTarget.value)}
    />
  );
}
