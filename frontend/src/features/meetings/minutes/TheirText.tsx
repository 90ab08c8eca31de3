import { Alert, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MeetingMinutes } from '@/api/generated';
import { Icon } from '@/ui/Icon';
import classes from './Minutes.module.css';

interface Props {
  theirs: MeetingMinutes;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

/** What somebody else wrote meanwhile, to be read before either text takes the place of the other. */
export function TheirText({ theirs, onKeepMine, onTakeTheirs }: Props) {
  const { t } = useTranslation(['minutes', 'meetings']);
  const lines = theirs.sections.flatMap((section) => section.lines);
  return (
    <Alert role="alert" color="felt" icon={<Icon name="alert" />} title={t('minutes:their_text')}>
      <Text fw={600}>{t('minutes:their_text_lines')}</Text>
      <ul>
        {lines.map(({ kind, side, text }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name, and are not moved here
          <li key={at} className={classes.text}>
            {t(`minutes:kind_one.${kind}`)}
            {side && ` · ${t(`meetings:side.${side}`)}`}: <span lang="">{text}</span>
          </li>
        ))}
      </ul>
      <Group gap="sm" mt="sm">
        <Button variant="default" onClick={onTakeTheirs}>
          {t('minutes:take_theirs')}
        </Button>
        <Button variant="default" onClick={onKeepMine}>
          {t('minutes:keep_mine')}
        </Button>
      </Group>
    </Alert>
  );
}
