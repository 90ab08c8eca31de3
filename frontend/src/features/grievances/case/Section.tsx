import { Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type cases from '@/i18n/en/cases.json';

interface Props {
  title: `section.${keyof typeof cases.section}`;
  children: ReactNode;
}

export function Section({ title, children }: Props) {
  const { t } = useTranslation('cases');
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Title order={2} id={id} mb="xs">
        {t(title)}
      </Title>
      {children}
    </section>
  );
}
