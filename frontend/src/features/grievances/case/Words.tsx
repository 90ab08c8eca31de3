import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Language } from '@/api/generated';

interface Props {
  lang?: Language;
  children: ReactNode;
}

/** What somebody wrote, with their own line breaks. */
export function Words({ lang, children }: Props) {
  return (
    <Text lang={lang} style={{ whiteSpace: 'pre-line' }}>
      {children}
    </Text>
  );
}
