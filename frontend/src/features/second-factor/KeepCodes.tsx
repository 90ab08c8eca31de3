import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/features/identity/useMe';
import { Icon } from '@/ui/Icon';
import { LeaveGuard } from '@/ui/LeaveGuard';
import classes from './KeepCodes.module.css';
import { saveAsFile } from './saveAsFile';

interface Props {
  codes: string[];
  onKept: () => void;
}

/** Recovery codes, shown this once. */
export function KeepCodes({ codes, onKept }: Props) {
  const { t } = useTranslation('second-factor');
  const { email } = useMe();
  const [kept, setKept] = useState(false);
  const text = [t('codes_of', { email }), '', ...codes, '', t('codes_once'), ''].join('\n');
  return (
    <Stack>
      <LeaveGuard when={!kept} title={t('codes_leave')} consequences={t('codes_leave_help')} />
      <Text>{t('codes_help')}</Text>
      <section className={classes.sheet} aria-label={t('codes')}>
        <Text fw={600}>{t('codes_of', { email })}</Text>
        <ol className={classes.codes} translate="no">
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ol>
        <Text size="sm" className={classes.help}>
          {t('codes_once')}
        </Text>
      </section>
      <Group data-no-print>
        <Button
          variant="default"
          leftSection={<Icon name="print" />}
          onClick={() => window.print()}
        >
          {t('print')}
        </Button>
        <Button
          variant="default"
          leftSection={<Icon name="download" />}
          onClick={() => saveAsFile('maslahat-codes.txt', text)}
        >
          {t('download')}
        </Button>
      </Group>
      <Checkbox
        data-no-print
        size="md"
        label={t('codes_kept')}
        checked={kept}
        onChange={({ currentTarget }) => setKept(currentTarget.checked)}
      />
      <Group data-no-print>
        <Button disabled={!kept} onClick={onKept}>
          {t('done')}
        </Button>
      </Group>
    </Stack>
  );
}
