import { TextInput, type TextInputProps } from '@mantine/core';
import { useEffect, useRef } from 'react';

interface Props extends TextInputProps {
  /** A recovery code, of letters and digits, and not the phone's six digits. */
  recovery?: boolean;
}

/** The only thing asked for where it stands, so it takes the focus; phones offer digits, and the code if they have it. */
export function CodeInput({ recovery, ...props }: Props) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  return (
    <TextInput
      ref={input}
      size="md"
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      translate="no"
      {...(recovery
        ? { autoComplete: 'off', maxLength: 20 }
        : { autoComplete: 'one-time-code', inputMode: 'numeric', maxLength: 9 })}
      {...props}
    />
  );
}
