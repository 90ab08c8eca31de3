import { Button, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rating } from '@/api/generated/public';
import { ChoiceList } from '@/ui/ChoiceList';

const ratings = ['5', '4', '3', '2', '1'] as const;

interface Props {
  title: string;
  help?: string;
  onSend: (rating: Rating) => Promise<unknown>;
}

export function RatingForm({ title, help, onSend }: Props) {
  const { t } = useTranslation('my-case');
  const headingId = useId();
  const [rating, setRating] = useState<(typeof ratings)[number]>();
  const [comment, setComment] = useState('');
  const [sending, setSending] = useState(false);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (!rating) return;
    setSending(true);
    await onSend({ rating: Number(rating), comment: comment || undefined });
    setSending(false);
  };
  return (
    <Paper withBorder p="lg" component="section">
      <form onSubmit={send}>
        <Stack align="flex-start">
          <Title order={2} id={headingId}>
            {title}
          </Title>
          {help && <Text>{help}</Text>}
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
