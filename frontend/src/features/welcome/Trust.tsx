import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '@/ui/Icon';
import classes from './Trust.module.css';

const promises = [
  { text: 'trust.anonymous', icon: 'eyeOff' },
  { text: 'trust.shared', icon: 'lock' },
  { text: 'trust.pressure', icon: 'handshake' },
  { text: 'trust.danger', icon: 'alert' },
] as const;

export function Trust() {
  const { t } = useTranslation('welcome');
  return (
    <section className={classes.trust}>
      <Title order={2} mb="md">
        {t('trust.title')}
      </Title>
      <ul className={classes.promises}>
        {promises.map(({ text, icon }) => (
          <li key={text} className={classes.promise} data-icon={icon}>
            <Icon name={icon} size={24} />
            <Text>{t(text)}</Text>
          </li>
        ))}
      </ul>
    </section>
  );
}
