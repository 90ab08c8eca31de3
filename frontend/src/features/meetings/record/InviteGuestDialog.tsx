import { NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  createMeetingInvitation,
  type Language,
  type MeetingSide,
  type NewMeetingInvitation,
} from '@/api/generated';
import { zNewMeetingInvitation } from '@/api/generated/zod.gen';
import { idempotent, newIdempotencyKey } from '@/api/headers';
import { useLanguage } from '@/i18n/useLanguage';
import { CopyOnce } from '@/ui/CopyOnce';
import { Dialog } from '@/ui/Dialog';
import { MoveDialog } from '@/ui/forms/MoveDialog';
import { linkUrl } from '../linkUrl';
import { useReadMeetingAgain } from '../useKeepMeeting';
import { sides } from '../vocabulary';
import { CandidateSelect } from './CandidateSelect';
import { invitationOf } from './candidates';
import type { MeetingMove } from './MeetingDialog';

type Whom = 'candidate' | 'person';

interface Values extends Record<string, unknown> {
  whom: Whom;
  /** What `CandidateSelect` gives: an account, or an organisation. */
  candidate: string | null;
  name: string;
  side: MeetingSide;
  language: Language;
}

const bodyOf = (values: Values): NewMeetingInvitation =>
  values.whom === 'candidate'
    ? invitationOf(values.candidate)
    : { name: values.name, side: values.side, language: values.language };

const whoms: readonly Whom[] = ['candidate', 'person'];
const languages: readonly Language[] = ['ky', 'ru', 'en'];

/** Asks an account, a whole organisation, or somebody without an account to come. */
export function InviteGuestDialog({ meeting, onClose }: MeetingMove) {
  const { t } = useTranslation('meetings');
  const [key] = useState(newIdempotencyKey);
  // A link is shown once: the dialog stays until somebody has seen it.
  const [token, setToken] = useState<string>();
  const again = useReadMeetingAgain();
  const initial: Values = {
    whom: 'candidate',
    candidate: null,
    name: '',
    side: 'community',
    language: useLanguage(),
  };
  if (token) {
    return (
      <Dialog title={t('link_title')} onClose={onClose}>
        <Stack>
          <Text>{t('link_help')}</Text>
          <CopyOnce label={t('link')} secret={linkUrl(token)} />
        </Stack>
      </Dialog>
    );
  }
  return (
    <MoveDialog
      title={t('invite')}
      confirm={t('invite')}
      rules={zNewMeetingInvitation}
      initial={initial}
      toBody={bodyOf}
      send={(values) =>
        createMeetingInvitation({
          path: { id: meeting.id },
          headers: idempotent(key),
          body: bodyOf(values),
        })
      }
      onSaved={async (saved) => {
        const read = again();
        if (saved.link_token) return setToken(saved.link_token);
        await read;
        onClose();
      }}
      onStale={again}
      onClose={onClose}
      staysOpen
    >
      {(form) => (
        <>
          <NativeSelect
            size="md"
            label={t('whom')}
            data={whoms.map((value) => ({ value, label: t(`whom_kind.${value}`) }))}
            {...form.getInputProps('whom')}
          />
          {form.values.whom === 'candidate' && (
            <CandidateSelect
              meetingId={meeting.id}
              value={form.values.candidate}
              onChange={(candidate) => form.setFieldValue('candidate', candidate)}
              error={form.errors.account_id ?? form.errors.organisation_id}
            />
          )}
          {form.values.whom === 'person' && (
            <>
              <TextInput
                withAsterisk
                label={t('name')}
                description={t('name_help')}
                {...form.getInputProps('name')}
              />
              <NativeSelect
                size="md"
                label={t('side_label')}
                data={sides.map((value) => ({ value, label: t(`side.${value}`) }))}
                {...form.getInputProps('side')}
              />
              <NativeSelect
                size="md"
                label={t('link_language')}
                data={languages.map((value) => ({ value, label: t(`language.${value}`) }))}
                {...form.getInputProps('language')}
              />
            </>
          )}
        </>
      )}
    </MoveDialog>
  );
}
