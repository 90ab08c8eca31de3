import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Props<Value extends string> {
  label: string;
  choices: { value: Value; label: string }[];
  value: Value | undefined;
  onChange: (value: Value | undefined) => void;
}

export function FilterSelect<Value extends string>(props: Props<Value>) {
  const { label, choices, value, onChange } = props;
  const { t } = useTranslation('records');
  return (
    <NativeSelect
      size="md"
      label={label}
      flex="0 1 16rem"
      value={value ?? ''}
      data={[{ value: '', label: t('all') }, ...choices]}
      onChange={({ currentTarget }) =>
        onChange(choices.find((choice) => choice.value === currentTarget.value)?.value)
      }
    />
  );
}
