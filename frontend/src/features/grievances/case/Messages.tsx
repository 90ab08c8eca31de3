import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Grievance, Message } from '@/api/generated';
import { useFormats } from '@/ui/formats';
import { Icon } from '@/ui/Icon';
import { Compose } from './Compose';
import classes from './Messages.module.css';
import { icons, sideOf } from './messageSides';
import { Section } from './Section';
import { Words } from './Words';

export function Messages({ record }: { record: Grievance }) {
  const { t } = useTranslation('cases');
  const { messages, actions, audience } = record;
  return (
    <Section title="section.messages">
      {messages.length === 0 && <Text c="dimmed">{t('message.none')}</Text>}
      <ol className={classes.messages}>
        {messages.map((message) => (
          <MessageItem key={message.id} message={message} audience={audience} />
        ))}
      </ol>
      {record.audience === 'staff' && actions.includes('message_grievance') && (
        <Compose record={record} />
      )}
    </Section>
  );
}

interface ItemProps {
  message: Message;
  audience: Grievance['audience'];
}

function MessageItem({ message, audience }: ItemProps) {
  const { t } = useTranslation('cases');
  const { dateTime } = useFormats();
  const side = sideOf(message);
  const title =
    audience === 'staff' ? t(`message.side.${side}`) : t(`message.from.${message.from}`);
  return (
    <li className={classes.message} data-side={side}>
      <div className={classes.title}>
        <Icon name={icons[side]} size={18} />
        {title}
      </div>
      <Words>{message.body}</Words>
      <Text size="sm" className={classes.when}>
        {[message.by?.name, dateTime(message.at)].filter(Boolean).join(' · ')}
      </Text>
    </li>
  );
}
