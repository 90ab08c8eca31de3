import '@mantine/core/styles/Checkbox.layer.css';
import { Alert, Button, Checkbox, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  answerMeetingLink,
  getMeetingLinkCalendar,
  type OpenMeetingLink,
} from '@/api/generated/public';
import { Facts } from '@/ui/Facts';
import { useFormats } from '@/ui/formats';
import { Icon } from '@/ui/Icon';
import { useName } from '@/ui/names';
import { PageHeader } from '@/ui/PageHeader';
import { ProblemAlert } from '@/ui/ProblemAlert';

import { ToCalendar } from '../ToCalendar';

export const linkKey = ['meeting-link'];

interface Props {
  token: string;
  link: OpenMeetingLink;
}

/** When and where, under which rules, and the answer. */
export function LinkInvitation({ token, link }: Props) {
  const { t } = useTranslation('meeting-link');
  const { title, ground_rules, state } = link;
  const stopped = state === 'cancelled' || state === 'postponed';
  return (
    <Stack maw={680} gap="lg">
      <PageHeader title={title} lead={t('lead')} />
      {stopped && (
        <Alert color="felt" variant="light" icon={<Icon name="alert" />}>
          {t(state)}
        </Alert>
      )}
      <LinkFacts link={link} />
      {!stopped && (
        <ToCalendar
          label={t('to_calendar')}
          fetch={async () => {
            const { data } = await getMeetingLinkCalendar({ body: { token }, parseAs: 'blob' });
            return data as Blob;
          }}
        />
      )}
      {ground_rules && (
        <Paper withBorder p="md" component="section">
          <Title order={2} size="h4" mb="xs">
            {t('ground_rules')}
          </Title>
          <Text style={{ whiteSpace: 'pre-wrap' }}>{ground_rules}</Text>
        </Paper>
      )}
      <Answer token={token} link={link} />
    </Stack>
  );
}

function LinkFacts({ link }: Pick<Props, 'link'>) {
  const { t } = useTranslation('meeting-link');
  const name = useName();
  const { span } = useFormats();
  const { kind, starts_at, ends_at, venue, place, languages, interpreters } = link;
  const listed = (spoken: OpenMeetingLink['languages']) =>
    spoken.map((language) => t(`spoken.${language}`)).join(', ');
  const spoken = listed(languages);
  return (
    <Facts
      none={t('none')}
      facts={[
        { label: t('when'), value: span(starts_at, ends_at) },
        { label: t('where'), value: [venue, name(place)].filter(Boolean).join(', ') },
        { label: t('about'), value: t(`kind.${kind}`) },
        {
          label: t('languages'),
          value: interpreters.length
            ? t('interpreted', { spoken, interpreted: listed(interpreters) })
            : spoken,
        },
      ]}
    />
  );
}

function Answer({ token, link }: Props) {
  const { t } = useTranslation('meeting-link');
  const queries = useQueryClient();
  const [accepts, setAccepts] = useState(link.rules_accepted);
  const answer = useMutation({
    mutationFn: async (said: 'yes' | 'no' | 'maybe') =>
      (await answerMeetingLink({ body: { token, answer: said, accepts_rules: accepts } })).data,
    onSuccess: (saved) => queries.setQueryData(linkKey, saved),
  });
  const { ground_rules, open } = link;
  return (
    <Stack gap="sm" data-no-print>
      <Title order={2} size="h3">
        {t('question')}
      </Title>
      <div role="status">
        {link.answer && (
          <Alert color="lake" variant="light" icon={<Icon name="check" />}>
            <b>{t(`answered.${link.answer}`)}</b> {open && t('change')}
          </Alert>
        )}
      </div>
      {open && ground_rules && (
        <Checkbox
          size="md"
          label={t('accepts_rules')}
          checked={accepts}
          onChange={({ currentTarget }) => setAccepts(currentTarget.checked)}
        />
      )}
      {open ? (
        <Group role="group" aria-label={t('question')}>
          {(['yes', 'maybe', 'no'] as const).map((said) => (
            <Button
              key={said}
              size="md"
              variant={said === link.answer ? 'light' : 'default'}
              aria-pressed={said === link.answer}
              loading={answer.isPending && answer.variables === said}
              onClick={() => answer.mutate(said)}
            >
              {t(`answer.${said}`)}
            </Button>
          ))}
        </Group>
      ) : (
        <Text>{t('closed')}</Text>
      )}
      <ProblemAlert error={answer.error} />
    </Stack>
  );
}
