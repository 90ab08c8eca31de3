import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/ui/formats';
import { MessageForm } from './MessageForm';
import classes from './Messages.module.css';
import type { CaseAccess } from './useCase';

export function Messages({ access }: { access: CaseAccess }) {
  const { t } = useTranslation('my-case');
  const { dateTime } = useFormats();
  const { messages, actions } = access.case;
  // Where an answer is asked for, there is one place to write: what is written here would not be it.
  const mayWrite = actions.includes('message_my_case') && !actions.includes('answer_my_case');
  return (
    <Stack component="section">
      <Title order={2}>{t('messages.title')}</Title>
      {messages.length === 0 && <Text c="dimmed">{t('messages.empty')}</Text>}
      {messages.length > 0 && (
        <ol className={classes.messages}>
          {messages.map(({ id, at, from, body }) => (
            <li key={id} className={classes.message} data-from={from}>
              <Text size="sm" fw={600}>
                {t(`messages.from.${from}`)}
                <Text span size="sm" c="dimmed">
                  {` · ${dateTime(at)}`}
                </Text>
              </Text>
              <Text style={{ whiteSpace: 'pre-line' }}>{body}</Text>
            </li>
          ))}
        </ol>
      )}
      {mayWrite && <MessageForm access={access} />}
    </Stack>
  );
}
