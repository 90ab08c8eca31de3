import { Button, Popover, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/features/identity/useMe';
import { useOwnLanguage } from '@/features/identity/useOwnLanguage';
import { useSignOut } from '@/features/identity/useSignOut';
import { paths } from '@/paths';
import { Icon } from '@/ui/Icon';
import { LanguageSwitch } from '@/ui/LanguageSwitch';
import { ButtonLink } from '@/ui/links';
import { useName } from '@/ui/names';

export function UserMenu() {
  const { t } = useTranslation(['desk', 'identity', 'shell']);
  const me = useMe();
  const name = useName();
  const chooseOwnLanguage = useOwnLanguage();
  const signOut = useSignOut();
  return (
    <Popover position="bottom-end" width={280} trapFocus withinPortal={false}>
      <Popover.Target>
        <Button variant="default" px="sm" aria-label={me.name}>
          <Icon name="person" />
          <Text span truncate maw={180} ml="xs" visibleFrom="sm">
            {me.name}
          </Text>
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={me.name}>
        <Stack>
          <div>
            <Text fw={600}>{me.name}</Text>
            <Text size="sm" c="dimmed">
              {t(`identity:role.${me.role}`)}
              {me.organisation && ` · ${name(me.organisation.names)}`}
            </Text>
          </div>
          <ButtonLink to={paths.me} variant="default" leftSection={<Icon name="person" />}>
            {t('desk:my_account')}
          </ButtonLink>
          <LanguageSwitch onChoose={chooseOwnLanguage} />
          <Button variant="default" leftSection={<Icon name="door" />} onClick={signOut}>
            {t('shell:sign_out')}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
