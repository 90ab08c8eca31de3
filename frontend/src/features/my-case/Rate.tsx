import { Button, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rateMyCase } from '@/api/generated/public';
import { ifMatch } from '@/api/headers';
import { ChoiceList } from '@/ui/ChoiceList';
import type { CaseAccess } from './useCase';

const ratings = ['5', '4', '3', '2', '1'] as const;
const headingId = 'rate-heading';

export function Rate({ access: { case: mine, auth, act } }: { access: CaseAccess }) {
  const { t } = useTranslation('my-case');
  const [rating, setRating] = useState<(typeof ratings)[number]>();
  const [comment, setComment] = useState('');
  const [sending, setSending] = useState(false);
  if (mine.rating) return <Text>{t('rate.thanks', { rating: mine.rating })}</Text>;
  if (!mine.actions.includes('rate_my_case')) return null;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (!rating) return;
    setSending(true);
    const body = { rating: Number(rating), comment: comment || undefined };
    await act(() => rateMyCase({ body, headers: ifMatch(mine), auth }));
    setSending(false);
  };
  return (
    <Paper withBorder p="lg" component="section">
      <form onSubmit={send}>
        <Stack align="flex-start">
          <Title order={2} id={headingId}>
            {t('rate.title')}
          </Title>
          <ChoiceList
            labelledBy={headingId}
            value={rating}
            onChange={setRating}
            choices={ratings.map((value) => ({ value, label: `${value} — ${t(`rate.${value}`)}` }))}
          />
          <Textarea
            autosize
            minRows={2}
            w="100%"
            label={t('rate.comment')}
            value={comment}
            onChange={({ currentTarget }) => setComment(currentTarget.value)}
          />
          <Button type="submit" disabled={!rating} loading={sending}>
            {t('rate.send')}
          </Button>
        </Stack>
      </form>
    </Paper>
  );
}
