import { Alert, List, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../Icon';

/** What a field is called by its path; a list with many of them is called by rule. */
export type Labels = Record<string, string> | ((path: string) => string);

interface Props {
  errors: Record<string, ReactNode>;
  labels: Labels;
}

/** Takes the focus when a form comes back with errors, so that they are heard and not hunted for. */
export function ErrorSummary({ errors, labels }: Props) {
  const { t } = useTranslation('errors');
  const box = useRef<HTMLDivElement>(null);
  const paths = Object.keys(errors);
  const labelOf = typeof labels === 'function' ? labels : (path: string) => labels[path] ?? path;
  useEffect(() => {
    if (paths.length > 0) box.current?.focus();
  }, [paths.length]);
  if (paths.length === 0) return null;
  return (
    <Alert
      ref={box}
      tabIndex={-1}
      role="alert"
      color="felt"
      icon={<Icon name="alert" />}
      title={t('summary')}
    >
      <List size="sm">
        {paths.map((path) => (
          <List.Item key={path}>
            <Text span fw={600} size="sm">
              {labelOf(path)}
            </Text>
            {': '}
            {errors[path]}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
