import { Button, CopyButton, Group, Paper, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './CopyOnce.module.css';
import { Icon } from './Icon';

interface Props {
  label: string;
  secret: string;
}

/** A secret that can't be shown again, with a button that copies it. */
export function CopyOnce({ label, secret }: Props) {
  const { t } = useTranslation('records');
  return (
    <Paper withBorder p="md" className={classes.box}>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <code className={classes.secret}>{secret}</code>
      <CopyButton value={secret} timeout={4000}>
        {({ copied, copy }) => (
          <Group mt="sm">
            <Button onClick={copy} leftSection={<Icon name={copied ? 'check' : 'copy'} />}>
              {copied ? t('copied') : t('copy')}
            </Button>
            <span role="status" className={classes.status}>
              {copied ? t('copied_status') : ''}
            </span>
          </Group>
        )}
      </CopyButton>
    </Paper>
  );
}
