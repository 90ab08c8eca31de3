import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Props<Value extends string> {
  label: string;
  values: readonly Value[];
  words: (value: Value) => string;
  value: Value | undefined;
  onChange: (value: Value | undefined) => void;
}

export function FilterSelect<Value extends string>(props: Props<Value>) {
  const { label, values, words, value, onChange } = props;
  const { t } = useTranslation('cases');
  return (
    <NativeSelect
      label={label}
      value={value ?? ''}
      onChange={({ currentTarget }) => onChange((currentTarget.value || undefined) as Value)}
      data={[
        { value: '', label: t('filter.any') },
        ...values.map((each) => ({ value: each, label: words(each) })),
      ]}
    />
  );
}
