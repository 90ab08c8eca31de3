import { Center, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon';

interface Props {
  icon?: IconName;
  title: string;
  /** What to do first. */
  children?: ReactNode;
}

export function EmptyState({ icon = 'list', title, children }: Props) {
  return (
    <Center py={48} px="md">
      <Stack align="center" gap="xs" maw={440} ta="center">
        <Text c="dimmed" component="span">
          <Icon name={icon} size={36} />
        </Text>
        <Text fw={600}>{title}</Text>
        {children && <div>{children}</div>}
      </Stack>
    </Center>
  );
}
