import { Button, Kbd, Text } from '@mantine/core';
import { Spotlight, spotlight } from '@mantine/spotlight';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Icon } from '@/ui/Icon';
import type { destinationsFor } from './navigation';

type Props = { destinations: ReturnType<typeof destinationsFor> };

export function DeskSearch({ destinations }: Props) {
  const { t } = useTranslation('desk');
  const navigate = useNavigate();
  const actions = destinations.map(({ to, label, icon }) => ({
    id: to,
    label: t(label),
    leftSection: <Icon name={icon} />,
    onClick: () => navigate({ to }),
  }));
  return (
    <Spotlight
      shortcut="mod + K"
      actions={actions}
      nothingFound={t('nothing_found')}
      searchProps={{
        placeholder: t('search_placeholder'),
        'aria-label': t('search'),
        leftSection: <Icon name="search" />,
      }}
    />
  );
}

export function SearchButton() {
  const { t } = useTranslation('desk');
  return (
    <Button
      variant="default"
      px="sm"
      aria-label={t('search')}
      aria-keyshortcuts="Control+K"
      onClick={spotlight.open}
    >
      <Icon name="search" />
      <Text span visibleFrom="sm" mx="xs">
        {t('search')}
      </Text>
      <Kbd visibleFrom="sm">Ctrl K</Kbd>
    </Button>
  );
}
