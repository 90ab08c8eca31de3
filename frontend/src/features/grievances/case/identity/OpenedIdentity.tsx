import { Anchor, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Identity } from '@/api/generated';
import { contactLink } from './contact';
import classes from './Identity.module.css';
import { useTimeLeft } from './useTimeLeft';

type Props = Identity & { onClose: () => void };

/** A name on the screen, for as long as the grant lasts. It is never printed. */
export function OpenedIdentity({ name, contact, ends_at, onClose }: Props) {
  const { t } = useTranslation('sealed');
  const left = useTimeLeft(ends_at);
  const link = contact && contactLink(contact);
  return (
    <div className={classes.opened} data-no-print>
      <dl className={classes.facts} aria-live="polite">
        <div>
          <dt>{t('name')}</dt>
          <dd>{name ?? t('no_name')}</dd>
        </div>
        <div>
          <dt>{t('contact')}</dt>
          <dd>{link ? <Anchor href={link}>{contact}</Anchor> : (contact ?? t('no_contact'))}</dd>
        </div>
      </dl>
      <Text size="sm" mt="xs">
        {t('use_it')}
      </Text>
      <Group justify="space-between" mt="sm">
        <Text size="sm" role="timer" aria-live="off">
          {t('closes_in', { left })}
        </Text>
        <Button size="sm" variant="default" onClick={onClose}>
          {t('close')}
        </Button>
      </Group>
    </div>
  );
}
