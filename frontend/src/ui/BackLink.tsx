import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon } from './Icon';

/** Stands over a page's title: the way up to the list that the page belongs to. */
export function BackLink({ children }: { children: ReactNode }) {
  return (
    <Group gap={6} mb="xs" wrap="nowrap">
      <Icon name="arrowLeft" size={18} />
      {children}
    </Group>
  );
}
