import { Button, Group, Paper, Stack, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiForm } from '@/ui/forms/useApiForm';
import type { CallValues } from './values';

interface Props {
  title: string;
  form: ApiForm<CallValues>;
  list: 'questions' | 'criteria';
  index: number;
  /** Where it goes up and down to, if it can. */
  before?: number;
  after?: number;
  /** Whether it can be taken away. */
  stays?: boolean;
  /** Its place among those that are shown with it. */
  at: number;
  focusRow: (at: number) => void;
  children: ReactNode;
}

/** One of a list whose order counts: it is moved up and down, and taken away. */
export function ListItem(props: Props) {
  const { title, form, list, index, before, after, stays, at, focusRow, children } = props;
  const { t } = useTranslation('grant-call-desk');
  const id = useId();
  const move = (to: number, place: number) => {
    focusRow(place);
    form.reorderListItem(list, { from: index, to });
  };
  const remove = () => {
    focusRow(at);
    form.removeListItem(list, index);
  };
  const button = (label: string, onClick: () => void) => (
    <Button size="sm" variant="default" aria-label={`${label}: ${title}`} onClick={onClick}>
      {label}
    </Button>
  );
  return (
    <Paper withBorder p="md" component="section" aria-labelledby={id} data-row tabIndex={-1}>
      <Stack>
        <Group justify="space-between">
          <Title order={3} size="h4" id={id}>
            {title}
          </Title>
          <Group gap="xs">
            {before !== undefined && button(t('up'), () => move(before, at - 1))}
            {after !== undefined && button(t('down'), () => move(after, at + 1))}
            {!stays && button(t('remove'), remove)}
          </Group>
        </Group>
        {children}
      </Stack>
    </Paper>
  );
}
