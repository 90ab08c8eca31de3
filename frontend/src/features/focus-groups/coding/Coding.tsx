import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { type FocusGroup, finishCodingFocusGroup } from '@/api/generated';
import { ifMatch } from '@/api/headers';
import { paths } from '@/paths';
import { BackLink } from '@/ui/BackLink';
import { ButtonLink, TextLink } from '@/ui/links';
import { PageHeader } from '@/ui/PageHeader';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { useSavedNotice } from '@/ui/useSavedNotice';
import { Quotes } from '../notes/NotesInWords';
import { useFocusGroupSaved } from '../useFocusGroupSaved';
import { CodedNotes } from './CodedNotes';
import { CodeList } from './CodeList';
import classes from './Coding.module.css';
import { ImpactOfPassage } from './ImpactOfPassage';
import { LinkImpactDialog } from './LinkImpactDialog';
import type { Marked } from './marking';
import { NotesToMark } from './NotesToMark';
import { useReadCoded } from './useReadCoded';

/** What was said, made into impacts: words are marked, and put to an impact or made one. */
export default function Coding({ record }: { record: FocusGroup }) {
  const { t } = useTranslation('focus-groups');
  const [marked, setMarked] = useState<Marked>();
  const [open, setOpen] = useState<'new' | 'link'>();
  const field = useRef<HTMLTextAreaElement>(null);
  const readCoded = useReadCoded(record.id);
  const notice = useSavedNotice();
  // The next words are marked where the last ones were.
  const close = () => {
    flushSync(() => setOpen(undefined));
    field.current?.focus();
  };
  const coded = (impactId: string) => {
    void readCoded(impactId);
    notice();
    setMarked(undefined);
    close();
  };
  if (open === 'new' && marked) {
    return <ImpactOfPassage record={record} marked={marked} onCoded={coded} onCancel={close} />;
  }
  const { notes, codes, quotes } = record;
  return (
    <>
      <BackLink>
        <TextLink to={paths.focusGroup} params={{ focusGroupId: record.id }}>
          {record.title}
        </TextLink>
      </BackLink>
      <PageHeader title={t('coding')} lead={t('coding_lead')} />
      <Stack gap="lg">
        <NotesToMark notes={notes} field={field} onMark={setMarked} />
        <MarkedWords marked={marked} onNew={() => setOpen('new')} onLink={() => setOpen('link')} />
        <section aria-label={t('coded_notes')}>
          <Title order={2} size="h3" mb="sm">
            {t('coded_notes')}
          </Title>
          {codes.length === 0 ? (
            <Text c="dimmed">{t('codes_none')}</Text>
          ) : (
            <Stack gap="sm">
              <CodedNotes notes={notes} codes={codes} />
              <CodeList removable record={record} />
            </Stack>
          )}
        </section>
        {quotes.length > 0 && (
          <section aria-label={t('quotes')}>
            <Title order={2} size="h3" mb="sm">
              {t('quotes')}
            </Title>
            <Quotes quotes={quotes} />
          </section>
        )}
        <Finish record={record} />
      </Stack>
      {open === 'link' && marked && (
        <LinkImpactDialog record={record} marked={marked} onCoded={coded} onClose={close} />
      )}
    </>
  );
}

interface MarkedProps {
  marked: Marked | undefined;
  onNew: () => void;
  onLink: () => void;
}

function MarkedWords({ marked, onNew, onLink }: MarkedProps) {
  const { t } = useTranslation('focus-groups');
  return (
    <Paper
      withBorder
      p="md"
      component="section"
      aria-label={t('marked')}
      className={marked ? classes.marked : undefined}
    >
      <Text aria-live="polite" lineClamp={3} mb="sm" c={marked ? undefined : 'dimmed'}>
        {marked ? `«${marked.passage}»` : t('nothing_marked')}
      </Text>
      <Group gap="xs">
        <Button variant="light" disabled={!marked} onClick={onNew}>
          {t('code_new')}
        </Button>
        <Button variant="default" disabled={!marked} onClick={onLink}>
          {t('code_link')}
        </Button>
      </Group>
    </Paper>
  );
}

function Finish({ record }: { record: FocusGroup }) {
  const { t } = useTranslation('focus-groups');
  const saved = useFocusGroupSaved();
  const finish = useMutation({
    mutationFn: async () =>
      (await finishCodingFocusGroup({ path: { id: record.id }, headers: ifMatch(record) })).data,
    onSuccess: saved,
  });
  const params = { focusGroupId: record.id };
  return (
    <div>
      <ProblemAlert error={finish.error} />
      <Group>
        {record.actions.includes('finish_coding_focus_group') && (
          <Button
            disabled={record.codes.length === 0}
            loading={finish.isPending}
            onClick={() => finish.mutate()}
          >
            {t('coding_finish')}
          </Button>
        )}
        {record.actions.includes('write_focus_group_notes') && (
          <ButtonLink
            variant="default"
            to={paths.focusGroupPart}
            params={{ ...params, part: 'notes' }}
          >
            {t('notes_open')}
          </ButtonLink>
        )}
      </Group>
    </div>
  );
}
