import { Button, Menu, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/features/identity/useMe';
import { useOwnLanguage } from '@/features/identity/useOwnLanguage';
import { useSignOut } from '@/features/identity/useSignOut';
import { Icon } from '@/ui/Icon';
import { LanguageSwitch } from '@/ui/LanguageSwitch';
import { useName } from '@/ui/names';

export function UserMenu() {
  const { t } = useTranslation(['shell', 'identity']);
  const me = useMe();
  const name = useName();
  const chooseOwnLanguage = useOwnLanguage();
  const signOut = useSignOut();
  return (
    <Menu position="bottom-end" width={280}>
      <Menu.Target>
        <Button variant="default" leftSection={<Icon name="person" />} aria-label={me.name}>
          <Text span truncate maw={{ base: 80, sm: 180 }}>
            {me.name}
          </Text>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label c="dimmed">
          {t(`identity:role.${me.role}`)}
          {me.organisation && ` · ${name(me.organisation.names)}`}
        </Menu.Label>
        <Menu.Label>
          <LanguageSwitch onChoose={chooseOwnLanguage} />
        </Menu.Label>
        <Menu.Divider />
        <Menu.Item leftSection={<Icon name="door" />} onClick={signOut}>
          {t('shell:desk.sign_out')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
