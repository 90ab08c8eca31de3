import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { GrievanceSummary } from '@/api/generated';
import { Dialog } from '@/ui/Dialog';
import { useFormats } from '@/ui/formats';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { BulkResult } from './BulkResult';
import type { Bulk } from './useBulk';

interface Props {
  title: string;
  help: string;
  confirm: string;
  chosen: GrievanceSummary[];
  /** Those of the chosen on which the move can be made. */
  able: GrievanceSummary[];
  bulk: Bulk;
  /** What the answer says was done, in words. */
  done: (count: number) => string;
  onSubmit: (event?: FormEvent<HTMLFormElement>) => void;
  onUndo?: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** Asks once for many cases, shows how far it has come, and then what was done and what was not. */
export function BulkDialog(props: Props) {
  const { title, chosen, bulk, onClose } = props;
  const { t } = useTranslation(['many', 'common']);
  const { number } = useFormats();
  const { answers, total, running, error } = bulk;
  if (!bulk.begun) {
    return (
      <Dialog title={title} onClose={onClose}>
        <Questions {...props} />
      </Dialog>
    );
  }
  return (
    <Dialog title={title} onClose={running ? () => {} : onClose}>
      <Stack>
        <Progress value={(100 * answers.length) / total} aria-label={title} />
        <Text role="status">
          {t('many:progress', { done: number(answers.length), total: number(total) })}
        </Text>
        <ProblemAlert error={error} />
        {!running && !error && <BulkResult chosen={chosen} answers={answers} done={props.done} />}
        <Group>
          {error !== undefined && <Button onClick={bulk.goOn}>{t('many:go_on')}</Button>}
          {!running && (
            <Button variant="default" onClick={onClose}>
              {t('common:close')}
            </Button>
          )}
          {!running && !error && props.onUndo && (
            <Button variant="default" onClick={props.onUndo}>
              {t('many:undo')}
            </Button>
          )}
        </Group>
      </Stack>
    </Dialog>
  );
}

function Questions({ help, confirm, chosen, able, onSubmit, onClose, children }: Props) {
  const { t } = useTranslation(['many', 'common']);
  return (
    <form noValidate onSubmit={onSubmit}>
      <Stack>
        <Text c="dimmed">{help}</Text>
        <Text fw={600}>
          {able.length === chosen.length
            ? t('many:for_all', { count: able.length })
            : t('many:for_some', { count: able.length, chosen: chosen.length })}
        </Text>
        {children}
        <Group>
          <Button type="submit">{confirm}</Button>
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
