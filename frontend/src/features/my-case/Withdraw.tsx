import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Pressed, withdrawMyCase } from '@/api/generated/public';
import { ifMatch } from '@/api/headers';
import { ChoiceList } from '@/ui/ChoiceList';
import { Dialog } from '@/ui/Dialog';
import type { CaseAccess } from './useCase';

const answers = ['no', 'yes', 'unsaid'] as const satisfies readonly Pressed[];

/** The way out is always open, and nobody leaves without being asked whether it was their own wish. */
export function Withdraw({ access }: { access: CaseAccess }) {
  const { t } = useTranslation('my-case');
  const [asking, setAsking] = useState(false);
  if (!access.case.actions.includes('withdraw_my_case')) return null;
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('withdraw.button')}
      </Button>
      {asking && <WithdrawDialog access={access} onClose={() => setAsking(false)} />}
    </>
  );
}

interface Props {
  access: CaseAccess;
  onClose: () => void;
}

function WithdrawDialog({ access: { case: mine, auth, act }, onClose }: Props) {
  const { t } = useTranslation('my-case');
  const questionId = useId();
  const [pressed, setPressed] = useState<Pressed>();
  const [told, setTold] = useState('');
  const [sending, setSending] = useState(false);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (!pressed) return;
    setSending(true);
    const body = { pressed, told: pressed === 'yes' && told.trim() ? told : undefined };
    await act(() => withdrawMyCase({ body, headers: ifMatch(mine), auth }));
    onClose();
  };
  return (
    <Dialog title={t('withdraw.title')} onClose={onClose}>
      <form noValidate onSubmit={send}>
        <Stack>
          <Text>{t('withdraw.consequences')}</Text>
          <Text fw={600} id={questionId}>
            {t('withdraw.question')}
          </Text>
          <Text c="dimmed" size="sm">
            {t('withdraw.who_knows')}
          </Text>
          <ChoiceList
            labelledBy={questionId}
            value={pressed}
            onChange={setPressed}
            choices={answers.map((value) => ({ value, label: t(`withdraw.pressed.${value}`) }))}
          />
          {pressed === 'yes' && (
            <>
              <Text>{t('withdraw.need_not')}</Text>
              <Textarea
                autosize
                minRows={3}
                maxLength={5000}
                label={t('withdraw.told')}
                description={t('withdraw.told_help')}
                value={told}
                onChange={({ currentTarget }) => setTold(currentTarget.value)}
              />
            </>
          )}
          <Group>
            <Button type="submit" color="felt" disabled={!pressed} loading={sending}>
              {t('withdraw.confirm')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('withdraw.keep')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
