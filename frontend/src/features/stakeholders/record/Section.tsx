import { Group, Paper, Stack, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';

interface Props {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}

/** One part of the record's page, with the moves that belong to it. */
export function Section({ title, actions, children }: Props) {
  const id = useId();
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby={id}>
      <Stack gap="md">
        <Title order={2} id={id} size="h3">
          {title}
        </Title>
        {children}
        {actions && <Group data-no-print>{actions}</Group>}
      </Stack>
    </Paper>
  );
}
