import { Button, SimpleGrid, Text, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/ui/Dialog';

interface Props {
  title: string;
  mine: ReactNode;
  theirs: ReactNode;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

/** Somebody else was faster: both are shown, and the person chooses. Nothing goes until then. */
export function KeptConflict({ title, mine, theirs, onKeepMine, onTakeTheirs }: Props) {
  const { t } = useTranslation('focus-groups');
  const [isOpen, setOpen] = useState(true);
  if (!isOpen) {
    return (
      <Button variant="default" onClick={() => setOpen(true)}>
        {title}
      </Button>
    );
  }
  const sides = [
    { label: t('conflict.mine'), shown: mine, button: t('conflict.keep_mine'), take: onKeepMine },
    {
      label: t('conflict.theirs'),
      shown: theirs,
      button: t('conflict.take_theirs'),
      take: onTakeTheirs,
    },
  ];
  return (
    <Dialog wide title={title} onClose={() => setOpen(false)}>
      <Text mb="md">{t('conflict.help')}</Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {sides.map(({ label, shown, button, take }) => (
          <section key={label} aria-label={label}>
            <Title order={3} size="h4">
              {label}
            </Title>
            {shown}
            <Button variant="default" mt="sm" onClick={take}>
              {button}
            </Button>
          </section>
        ))}
      </SimpleGrid>
    </Dialog>
  );
}
