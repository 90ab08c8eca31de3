import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PhotoInput } from '@/ui/PhotoInput';
import { useReadPicture } from './useReadPicture';

/** A receipt to check: a picture of its code, or what its code holds, typed or pasted. */
export function GiveProof({ onGiven }: { onGiven: (text: string) => void }) {
  const { t } = useTranslation('verify');
  const [typed, setTyped] = useState('');
  const { reading, unread, look } = useReadPicture((text) => {
    onGiven(text);
    return true;
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim()) onGiven(typed);
  };
  return (
    <Stack data-no-print>
      <PhotoInput label={t('scan')} loading={reading} onFiles={look} />
      <Text role="status">{unread && t('unread')}</Text>
      <form noValidate onSubmit={submit}>
        <Group align="flex-end">
          <TextInput
            flex="1 1 16rem"
            label={t('paste')}
            description={t('paste_help')}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            value={typed}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          />
          <Button type="submit" variant="default">
            {t('check')}
          </Button>
        </Group>
      </form>
    </Stack>
  );
}
