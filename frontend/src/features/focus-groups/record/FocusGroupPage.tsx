import { Button, SimpleGrid, Stack } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FocusGroup } from '@/api/generated';
import { getFocusGroupOptions } from '@/api/generated/@tanstack/react-query.gen';
import { paths } from '@/paths';
import { BackLink } from '@/ui/BackLink';
import { useFormats } from '@/ui/formats';
import { Icon } from '@/ui/Icon';
import { ButtonLink, TextLink } from '@/ui/links';
import { useName } from '@/ui/names';
import { PageHeader } from '@/ui/PageHeader';
import { RecordQuery } from '@/ui/RecordQuery';
import { loadAttendance, loadNotes } from '../FocusGroupPartPage';
import { FocusGroupStateBadge } from '../FocusGroupStateBadge';
import { AttendanceSection } from './AttendanceSection';
import { BackSection } from './BackSection';
import { ReopenDialog, ValidateDialog } from './back';
import { ConsentSection } from './ConsentSection';
import { CancelDialog, HoldDialog } from './moves';
import { NotesSection } from './NotesSection';
import { ParticipantsSection } from './ParticipantsSection';
import { PlanSection } from './PlanSection';
import { PublishDialog } from './PublishDialog';
import { TimelineSection } from './TimelineSection';
import { WarningsNotice } from './WarningsNotice';

export function FocusGroupPage() {
  const { focusGroupId: id } = useParams({ from: '/desk/focus-groups/$focusGroupId/' });
  return (
    <RecordQuery options={getFocusGroupOptions({ path: { id } })}>
      {(record) => <FocusGroupRecord record={record} />}
    </RecordQuery>
  );
}

/** The pages that are needed where there is no network are fetched while there is one. */
function useAtHand() {
  useEffect(() => {
    Promise.allSettled([loadAttendance(), loadNotes()]).catch(() => undefined);
  }, []);
}

function FocusGroupRecord({ record }: { record: FocusGroup }) {
  const { t } = useTranslation('focus-groups');
  const name = useName();
  const { dateTime } = useFormats();
  useAtHand();
  const { title, kind, place, starts_at, state } = record;
  return (
    <>
      <BackLink>
        <TextLink to={paths.focusGroups}>{t('title')}</TextLink>
      </BackLink>
      <PageHeader
        title={title}
        lead={[t(`kind.${kind}`), name(place.names), dateTime(starts_at)].join(' · ')}
        actions={<Moves record={record} />}
      />
      <Stack gap="lg">
        <div>
          <FocusGroupStateBadge state={state} />
        </div>
        <WarningsNotice warnings={record.warnings} />
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
          <Stack gap="lg">
            <PlanSection record={record} />
            <ConsentSection record={record} />
          </Stack>
          <Stack gap="lg">
            <AttendanceSection record={record} />
            <ParticipantsSection record={record} />
          </Stack>
        </SimpleGrid>
        <NotesSection record={record} />
        <BackSection record={record} />
      </Stack>
      <TimelineSection id={record.id} />
    </>
  );
}

type Move = 'hold' | 'cancel' | 'validate' | 'reopen' | 'publish';

function Moves({ record }: { record: FocusGroup }) {
  const { t } = useTranslation(['focus-groups', 'records']);
  const [open, setOpen] = useState<Move>();
  const close = () => setOpen(undefined);
  const { actions } = record;
  const params = { focusGroupId: record.id };
  return (
    <>
      {actions.includes('consent_focus_group') && (
        <ButtonLink to={paths.focusGroupPart} params={{ ...params, part: 'consent' }} data-no-print>
          {t('focus-groups:consent_record')}
        </ButtonLink>
      )}
      {actions.includes('hold_focus_group') && (
        <Button onClick={() => setOpen('hold')} data-no-print>
          {t('focus-groups:hold')}
        </Button>
      )}
      {actions.includes('code_focus_group_passage') && (
        <ButtonLink to={paths.focusGroupPart} params={{ ...params, part: 'coding' }} data-no-print>
          {t('focus-groups:coding')}
        </ButtonLink>
      )}
      {actions.includes('validate_focus_group') && (
        <Button onClick={() => setOpen('validate')} data-no-print>
          {t('focus-groups:validate')}
        </Button>
      )}
      {actions.includes('publish_focus_group') && (
        <Button onClick={() => setOpen('publish')} data-no-print>
          {t('focus-groups:publish')}
        </Button>
      )}
      {actions.includes('reopen_coding_focus_group') && (
        <Button variant="default" onClick={() => setOpen('reopen')} data-no-print>
          {t('focus-groups:reopen_coding')}
        </Button>
      )}
      {actions.includes('update_focus_group') && (
        <ButtonLink
          variant="default"
          to={paths.focusGroupPart}
          params={{ ...params, part: 'edit' }}
          data-no-print
        >
          {t('records:edit')}
        </ButtonLink>
      )}
      {actions.includes('cancel_focus_group') && (
        <Button variant="default" onClick={() => setOpen('cancel')} data-no-print>
          {t('focus-groups:cancel')}
        </Button>
      )}
      <Button
        variant="default"
        leftSection={<Icon name="print" />}
        onClick={() => window.print()}
        data-no-print
      >
        {t('focus-groups:print')}
      </Button>
      {open === 'hold' && <HoldDialog record={record} onClose={close} />}
      {open === 'validate' && <ValidateDialog record={record} onClose={close} />}
      {open === 'reopen' && <ReopenDialog record={record} onClose={close} />}
      {open === 'publish' && <PublishDialog record={record} onClose={close} />}
      {open === 'cancel' && <CancelDialog record={record} onClose={close} />}
    </>
  );
}
