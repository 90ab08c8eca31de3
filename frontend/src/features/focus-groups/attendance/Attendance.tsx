import { Group, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FocusGroup } from '@/api/generated';
import { useKept } from '@/offline/useKept';
import { paths } from '@/paths';
import { ButtonLink } from '@/ui/links';
import { useDocumentTitle } from '@/ui/useDocumentTitle';
import { KeptConflict } from '../KeptConflict';
import { KeptStatus } from '../KeptStatus';
import { useKeepFocusGroup } from '../useFocusGroupSaved';
import classes from './Attendance.module.css';
import { CountGrid } from './CountGrid';
import { CountsInWords } from './CountsInWords';
import { figuresOf, stepped, under18 } from './counts';
import { attendancePort } from './port';
import { Totals } from './Totals';

/** Long enough for a few presses in a row. */
const sendAfter = 1200;

export default function Attendance({ record }: { record: FocusGroup }) {
  const { t } = useTranslation('focus-groups');
  useDocumentTitle(`${t('attendance')} · ${record.title}`);
  const kept = useKept({
    port: attendancePort(record.id),
    record,
    sendAfter,
    onSaved: useKeepFocusGroup(),
  });
  const missing = under18(kept.value) - (record.guardians?.guardians ?? 0);
  return (
    <div className={classes.page}>
      <div>
        <Title order={1} size="h3">
          {t('attendance')}
        </Title>
        <Text size="sm" c="dimmed" lineClamp={1}>
          {record.title}
        </Text>
      </div>
      <CountGrid
        count={(side, band) => kept.value[side][band]}
        onStep={(side, band, by) => kept.change(stepped(kept.value, side, band, by))}
      />
      <Totals figures={figuresOf(kept.value)} />
      {missing > 0 && (
        <Text size="sm" c="felt" role="status">
          {t('guardians_needed', { people: under18(kept.value) })}
        </Text>
      )}
      <Group justify="space-between" wrap="nowrap">
        <KeptStatus standing={kept.standing} onSend={kept.trySend} />
        <ButtonLink to={paths.focusGroup} params={{ focusGroupId: record.id }}>
          {t('done')}
        </ButtonLink>
      </Group>
      {kept.conflict && (
        <KeptConflict
          title={t('conflict.attendance_title')}
          mine={<CountsInWords counts={kept.conflict.mine} />}
          theirs={<CountsInWords counts={kept.conflict.theirs.attendance} />}
          onKeepMine={kept.conflict.keepMine}
          onTakeTheirs={kept.conflict.takeTheirs}
        />
      )}
    </div>
  );
}
