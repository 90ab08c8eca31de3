import { NumberInput, type NumberInputProps } from '@mantine/core';

type Props = Omit<NumberInputProps, 'value' | 'onChange'> & {
  value?: number | null;
  onChange?: (value: number | null) => void;
};

/** A whole number from nought on; an empty field is no number rather than an empty text. */
export function WholeInput({ value, onChange, ...props }: Props) {
  return (
    <NumberInput
      hideControls
      allowNegative={false}
      allowDecimal={false}
      // With them what is typed is a text until the field is left.
      allowLeadingZeros={false}
      {...props}
      value={value ?? ''}
      onChange={(typed) => onChange?.(typeof typed === 'number' ? typed : null)}
    />
  );
}
