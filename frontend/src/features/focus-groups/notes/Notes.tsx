import { Button, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FocusGroup, NotesToWrite } from '@/api/generated';
import { useKept } from '@/offline/useKept';
import { paths } from '@/paths';
import { BackLink } from '@/ui/BackLink';
import { ButtonLink, TextLink } from '@/ui/links';
import { PageHeader } from '@/ui/PageHeader';
import { KeptConflict } from '../KeptConflict';
import { KeptStatus } from '../KeptStatus';
import { useRefusals } from '../refusals';
import { useKeepFocusGroup } from '../useFocusGroupSaved';
import { NotesInWords } from './NotesInWords';
import { notesPort } from './port';
import { QuoteFields } from './QuoteFields';

const longest = 50_000;

export default function Notes({ record }: { record: FocusGroup }) {
  const { t } = useTranslation('focus-groups');
  const keep = useKeepFocusGroup();
  const kept = useKept<NotesToWrite, FocusGroup>({
    port: notesPort(record.id),
    record,
    onSaved: keep,
  });
  const params = { focusGroupId: record.id };
  const { notes, quotes } = kept.value;
  const isOpen = kept.standing.kind === 'here';
  const refusals = useRefusals();
  const refused = kept.standing.kind === 'refused' ? refusals(kept.standing.error) : {};
  return (
    <>
      <BackLink>
        <TextLink to={paths.focusGroup} params={params}>
          {record.title}
        </TextLink>
      </BackLink>
      <PageHeader title={t('notes')} lead={t('notes_lead')} />
      <Stack gap="lg">
        <Textarea
          autosize
          minRows={8}
          maxRows={24}
          maxLength={longest}
          label={t('notes_label')}
          description={t('notes_help')}
          value={notes}
          error={refused.notes}
          onChange={({ currentTarget }) => kept.change({ notes: currentTarget.value, quotes })}
        />
        <Title order={2} size="h3">
          {t('quotes')}
        </Title>
        <QuoteFields quotes={quotes} onChange={(next) => kept.change({ notes, quotes: next })} />
        <Group align="center">
          <Button loading={kept.standing.kind === 'sending'} onClick={() => void kept.send()}>
            {t('save_notes')}
          </Button>
          <ButtonLink variant="default" to={paths.focusGroup} params={params}>
            {t('done')}
          </ButtonLink>
          {isOpen ? (
            <Text size="sm" role="status" c="dimmed">
              {t('draft_kept')}
            </Text>
          ) : (
            <KeptStatus standing={kept.standing} onSend={() => void kept.trySend()} />
          )}
        </Group>
      </Stack>
      {kept.conflict && (
        <KeptConflict
          title={t('conflict.notes_title')}
          mine={<NotesInWords {...kept.conflict.mine} />}
          theirs={<NotesInWords {...kept.conflict.theirs} />}
          onKeepMine={() => void kept.conflict?.keepMine()}
          onTakeTheirs={() => void kept.conflict?.takeTheirs()}
        />
      )}
    </>
  );
}
