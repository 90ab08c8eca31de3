import { Button, Group, NativeSelect, SimpleGrid, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DayNoteKind, MeetingSide } from '@/api/generated';
import { daySides, noteKinds } from '../day/vocabulary';
import type { Written } from './lines';
import classes from './Minutes.module.css';

interface LineProps {
  line: Written;
  onChange: (line: Written) => void;
  onRemove: () => void;
}

/** A line of the text: what it is, whose, and the words. */
export function Line({ line, onChange, onRemove }: LineProps) {
  const { t } = useTranslation(['minutes', 'meetings']);
  return (
    <div className={classes.line}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <NativeSelect
          label={t('minutes:what_is_it')}
          value={line.kind}
          data={noteKinds.map((value) => ({ value, label: t(`minutes:kind_one.${value}`) }))}
          onChange={({ currentTarget }) =>
            onChange({ ...line, kind: currentTarget.value as DayNoteKind })
          }
        />
        <NativeSelect
          label={t('minutes:side')}
          value={line.side ?? ''}
          data={[
            { value: '', label: t('minutes:all_sides') },
            ...daySides.map((value) => ({ value, label: t(`meetings:side.${value}`) })),
          ]}
          onChange={({ currentTarget }) =>
            onChange({ ...line, side: (currentTarget.value as MeetingSide) || null })
          }
        />
      </SimpleGrid>
      <Textarea
        autosize
        minRows={2}
        maxLength={2000}
        label={t('minutes:words')}
        value={line.text}
        onChange={({ currentTarget }) => onChange({ ...line, text: currentTarget.value })}
      />
      <Group>
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('minutes:remove_line_full', { text: line.text })}
          onClick={onRemove}
        >
          {t('minutes:remove_line')}
        </Button>
      </Group>
    </div>
  );
}
