import { NumberInput, type NumberInputProps } from '@mantine/core';

type Props = Omit<NumberInputProps, 'value' | 'onChange'> & {
  value?: number | null;
  onChange?: (value: number | null) => void;
};

/** Degrees with a decimal point or comma; an empty field is no number rather than an empty text. */
export function CoordinateInput({ value, onChange, ...props }: Props) {
  return (
    <NumberInput
      hideControls
      decimalScale={6}
      allowedDecimalSeparators={['.', ',']}
      inputMode="decimal"
      {...props}
      value={value ?? ''}
      onChange={(typed) => onChange?.(typeof typed === 'number' ? typed : null)}
    />
  );
}
