import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language, Receipt } from '@/api/generated';
import { inFours } from '@/features/my-case/code';
import { paths } from '@/paths';
import { LeaveGuard } from '@/ui/LeaveGuard';
import { ButtonLink } from '@/ui/links';
import { PageHeader } from '@/ui/PageHeader';
import { Aloud } from './Aloud';
import classes from './Call.module.css';

interface Props {
  receipt: Receipt;
  language: Language;
  onNext: () => void;
}

/** The code, four digits at a time, until the caller has repeated it. */
export function ReadBack({ receipt, language, onNext }: Props) {
  const { t } = useTranslation('call');
  const [at, setAt] = useState(0);
  const [right, setRight] = useState(false);
  const groups = inFours(receipt.code).split(' ');
  const last = at === groups.length - 1;
  return (
    <Stack maw={720} gap="lg">
      <LeaveGuard when={!right} title={t('back.leave')} consequences={t('back.leave_help')} />
      <PageHeader title={t('back.title')} />
      <Aloud language={language} what="back.say" />
      <ol className={classes.groups} translate="no">
        {groups.map((group, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: groups may be equal
          <li key={index} aria-current={index === at ? 'step' : undefined}>
            <span className={classes.which}>{t('back.group', { number: index + 1 })}</span>
            <span className={classes.digits}>{group.split('').join(' ')}</span>
          </li>
        ))}
      </ol>
      <Group>
        <Button variant="default" disabled={at === 0} onClick={() => setAt(at - 1)}>
          {t('back.previous')}
        </Button>
        <Button variant="default" data-autofocus disabled={last} onClick={() => setAt(at + 1)}>
          {t('back.next')}
        </Button>
      </Group>
      <Aloud language={language} what="back.repeat" />
      <Checkbox
        size="md"
        label={t('back.right')}
        checked={right}
        onChange={({ currentTarget }) => setRight(currentTarget.checked)}
      />
      <Aloud language={language} what="back.promise" />
      <Text>
        {t('back.reference')}: <strong>{receipt.reference}</strong>
      </Text>
      {right && (
        <Group>
          <Button size="lg" onClick={onNext}>
            {t('back.another')}
          </Button>
          <ButtonLink size="lg" variant="default" to={paths.grievances}>
            {t('back.done')}
          </ButtonLink>
        </Group>
      )}
    </Stack>
  );
}
