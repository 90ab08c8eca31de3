import { Button, Group, Radio, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type MergeField, mergeStakeholder, type Stakeholder } from '@/api/generated';
import { listStakeholderPairsQueryKey } from '@/api/generated/@tanstack/react-query.gen';
import { ifMatch } from '@/api/headers';
import { problemFields } from '@/api/problem';
import { useRefresh } from '@/api/useKeepRecord';
import { paths } from '@/paths';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { ButtonLink } from '@/ui/links';
import { useName } from '@/ui/names';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { FieldProblem } from '../import/FieldProblem';
import { useStakeholderSaved } from '../useStakeholderSaved';
import { type Line, lines, takenAtFirst } from './comparing';
import classes from './MergeForm.module.css';

interface Props {
  kept: Stakeholder;
  other: Stakeholder;
}

/** Chooses line by line what stays, and asks before it is done. */
export function MergeForm({ kept, other }: Props) {
  const { t } = useTranslation(['sheets', 'stakeholders']);
  const name = useName();
  const all = lines(kept, other, t, name);
  const [take, setTake] = useState(() => takenAtFirst(all));
  const [asking, setAsking] = useState(false);
  const saved = useStakeholderSaved();
  const reload = useRefresh(listStakeholderPairsQueryKey());
  const merge = useMutation({
    mutationFn: async () =>
      mergeStakeholder({
        path: { id: kept.id },
        headers: ifMatch(kept),
        body: { other_id: other.id, other_version: other.version, take },
      }),
    onSuccess: async ({ data }) => {
      await reload();
      return data && saved(data);
    },
  });
  const choose = (field: MergeField, fromOther: boolean) =>
    setTake((before) => [...before.filter((one) => one !== field), ...(fromOther ? [field] : [])]);
  const stays = take.includes('name') ? other.name : kept.name;
  const field = Object.values(problemFields(merge.error))[0];
  return (
    <Stack gap="md">
      <div className={classes.heads} aria-hidden>
        <span />
        <Text fw={600}>{t('sheets:doubles.stays')}</Text>
        <Text fw={600}>{t('sheets:doubles.goes')}</Text>
      </div>
      {all.map((line) => (
        <ChoiceLine
          key={line.field}
          line={line}
          fromOther={take.includes(line.field)}
          onChoose={(fromOther) => choose(line.field, fromOther)}
        />
      ))}
      {merge.error &&
        (field ? <FieldProblem message={field} /> : <ProblemAlert error={merge.error} />)}
      <Group>
        <Button loading={merge.isPending} onClick={() => setAsking(true)}>
          {t('sheets:doubles.confirm')}
        </Button>
        <ButtonLink
          variant="default"
          to={paths.stakeholderMerge}
          params={{ stakeholderId: other.id }}
          search={{ other: kept.id }}
        >
          {t('sheets:doubles.swap')}
        </ButtonLink>
      </Group>
      {asking && (
        <ConfirmDialog
          title={t('sheets:doubles.confirm_title')}
          consequences={t('sheets:doubles.consequences', { name: stays, other: other.name })}
          confirmLabel={t('sheets:doubles.confirm')}
          color="felt"
          onConfirm={() => {
            setAsking(false);
            merge.mutate();
          }}
          onCancel={() => setAsking(false)}
        />
      )}
    </Stack>
  );
}

interface LineProps {
  line: Line;
  fromOther: boolean;
  onChoose: (fromOther: boolean) => void;
}

function ChoiceLine({ line, fromOther, onChoose }: LineProps) {
  const { t } = useTranslation('sheets');
  const { label, kept, other } = line;
  const nothing = t('doubles.nothing');
  if (kept === other) {
    return (
      <div className={classes.line}>
        <Text fw={600}>{label}</Text>
        <Text className={classes.both}>
          {kept || nothing}
          <Text span size="sm" c="dimmed">
            {` · ${t('doubles.same')}`}
          </Text>
        </Text>
      </div>
    );
  }
  return (
    <Radio.Group
      label={label}
      classNames={{ root: classes.line, label: classes.label }}
      value={fromOther ? 'other' : 'kept'}
      onChange={(value) => onChoose(value === 'other')}
    >
      <Radio value="kept" label={kept || nothing} description={t('doubles.stays')} />
      <Radio value="other" label={other || nothing} description={t('doubles.goes')} />
    </Radio.Group>
  );
}
