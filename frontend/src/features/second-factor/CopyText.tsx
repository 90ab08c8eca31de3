import { Button, CopyButton, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '@/ui/Icon';
import classes from './CopyText.module.css';

interface Props {
  label: string;
  /** As it is shown. */
  text: string;
  /** As it is copied. */
  copied: string;
}

export function CopyText({ label, text, copied }: Props) {
  const { t } = useTranslation('records');
  return (
    <div>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <div className={classes.row}>
        <code className={classes.text} translate="no">
          {text}
        </code>
        <CopyButton value={copied} timeout={4000}>
          {({ copied: done, copy }) => (
            <Button
              size="sm"
              variant="default"
              onClick={copy}
              leftSection={<Icon name={done ? 'check' : 'copy'} />}
            >
              {done ? t('copied') : t('copy')}
            </Button>
          )}
        </CopyButton>
      </div>
    </div>
  );
}
