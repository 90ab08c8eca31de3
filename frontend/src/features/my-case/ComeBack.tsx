import { Button, Group, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { appealMyCase, reopenMyCase } from '@/api/generated/public';
import { ifMatch } from '@/api/headers';
import { publicRules } from '@/api/publicRules';
import { useFormats } from '@/ui/formats';
import { useApiForm } from '@/ui/forms/useApiForm';
import type { CaseAccess } from './useCase';

const ways = { appeal: appealMyCase, reopen: reopenMyCase };

type Way = keyof typeof ways;

/** The ways back after the end: an appeal against a refusal, or asking to look again. */
export function ComeBack({ access }: { access: CaseAccess }) {
  const { t } = useTranslation('my-case');
  const { date } = useFormats();
  const [asking, setAsking] = useState(false);
  const { actions, back_until } = access.case;
  const way = (['appeal', 'reopen'] as const).find((each) => actions.includes(`${each}_my_case`));
  if (!way) return null;
  return (
    <Paper withBorder p="lg" component="section">
      <Stack align="flex-start">
        <Title order={2}>{t(`${way}.title`)}</Title>
        <Text>{t(`${way}.help`)}</Text>
        {back_until && <Text c="dimmed">{t('back_until', { date: date(back_until) })}</Text>}
        {asking ? (
          <ReasonForm access={access} way={way} onCancel={() => setAsking(false)} />
        ) : (
          <Button variant="default" onClick={() => setAsking(true)}>
            {t(`${way}.button`)}
          </Button>
        )}
      </Stack>
    </Paper>
  );
}

interface FormProps {
  access: CaseAccess;
  way: Way;
  onCancel: () => void;
}

function ReasonForm({ access: { case: mine, auth, act }, way, onCancel }: FormProps) {
  const { t } = useTranslation(['my-case', 'common']);
  const form = useApiForm(publicRules.reopening, { reason: '' });
  const send = form.onSubmit(async (body) => {
    await act(() => ways[way]({ body, headers: ifMatch(mine), auth }));
  });
  return (
    <form noValidate onSubmit={send} style={{ width: '100%' }}>
      <Stack>
        <Textarea
          autosize
          minRows={3}
          data-autofocus
          label={t(`${way}.reason`)}
          {...form.getInputProps('reason')}
        />
        <Group>
          <Button type="submit" loading={form.submitting}>
            {t(`${way}.send`)}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t('common:cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
