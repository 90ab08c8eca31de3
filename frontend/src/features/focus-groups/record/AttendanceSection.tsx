import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FocusGroup } from '@/api/generated';
import { Section } from '@/features/stakeholders/record/Section';
import { useKept } from '@/offline/useKept';
import { paths } from '@/paths';
import { ButtonLink } from '@/ui/links';
import { CountsInWords } from '../attendance/CountsInWords';
import { figuresOf, under18 } from '../attendance/counts';
import { attendancePort } from '../attendance/port';
import { KeptStatus } from '../KeptStatus';
import { useKeepFocusGroup } from '../useFocusGroupSaved';

/** Who was there; what this device has counted and not sent yet is shown, and sent from here too. */
export function AttendanceSection({ record }: { record: FocusGroup }) {
  const { t } = useTranslation('focus-groups');
  const kept = useKept({
    port: attendancePort(record.id),
    record,
    onSaved: useKeepFocusGroup(),
  });
  const isOpen = kept.standing.kind !== 'saved';
  const counts = isOpen ? kept.value : record.attendance;
  const { people } = figuresOf(counts);
  return (
    <Section
      title={t('attendance')}
      actions={
        record.actions.includes('count_focus_group_attendance') && (
          <ButtonLink
            variant="default"
            to={paths.focusGroupPart}
            params={{ focusGroupId: record.id, part: 'attendance' }}
          >
            {t('attendance_open')}
          </ButtonLink>
        )
      }
    >
      {people > 0 ? <CountsInWords counts={counts} /> : <Text>{t('attendance_none')}</Text>}
      {isOpen && <KeptStatus standing={kept.standing} onSend={() => void kept.trySend()} />}
      {record.state === 'consented' && under18(counts) > (record.guardians?.guardians ?? 0) && (
        <Text c="felt">{t('guardians_needed', { people: under18(counts) })}</Text>
      )}
    </Section>
  );
}
