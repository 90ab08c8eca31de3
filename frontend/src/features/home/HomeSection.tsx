import { Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';

interface Props {
  title: string;
  children: ReactNode;
}

export function HomeSection({ title, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Title order={2} id={id} mb="sm">
        {title}
      </Title>
      {children}
    </section>
  );
}
