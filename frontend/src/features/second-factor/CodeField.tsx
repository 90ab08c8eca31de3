import { TextInput, type TextInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** A code of the second factor in force; a recovery code does as well, so it takes letters. */
export function CodeField(props: TextInputProps) {
  const { t } = useTranslation('second-factor');
  return (
    <TextInput
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      translate="no"
      maxLength={20}
      label={t('present_code')}
      description={t('present_code_help')}
      {...props}
    />
  );
}
