import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { type Accept, useDropzone } from 'react-dropzone';
import { useTranslation } from 'react-i18next';
import classes from './FileDrop.module.css';
import { Icon, type IconName } from './Icon';

interface Props {
  accept: Accept;
  maxSize: number;
  label: string;
  help?: ReactNode;
  icon?: IconName;
  onFiles: (files: File[]) => void;
}

export function FileDrop({ accept, maxSize, label, help, icon = 'camera', onFiles }: Props) {
  const { t } = useTranslation('errors');
  const [refused, setRefused] = useState<string[]>([]);
  // The button inside opens the chooser: a drop area that were one itself could hold no input.
  const { getRootProps, getInputProps, isDragActive, open } = useDropzone({
    noClick: true,
    noKeyboard: true,
    accept,
    maxSize,
    onDrop: (files, rejections) => {
      setRefused(rejections.map(({ file }) => file.name));
      if (files.length > 0) onFiles(files);
    },
  });
  return (
    <div>
      <div {...getRootProps({ className: classes.drop })}>
        <input {...getInputProps({ 'aria-label': label })} />
        <Group gap="sm">
          <Button
            variant="default"
            leftSection={<Icon name={isDragActive ? 'upload' : icon} />}
            onClick={open}
          >
            {label}
          </Button>
          {help && (
            <Text size="sm" c="dimmed">
              {help}
            </Text>
          )}
        </Group>
      </div>
      {refused.length > 0 && (
        <Text role="alert" c="var(--mantine-color-error)" mt="xs">
          {t('files_refused', { names: refused.join(', ') })}
        </Text>
      )}
    </div>
  );
}
