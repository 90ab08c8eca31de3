import { Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type {
  Language,
  Meeting,
  MeetingMinutes,
  MinutesLine,
  MinutesSection,
} from '@/api/generated';
import { useFormats } from '@/ui/formats';
import { noteKinds } from '../day/vocabulary';
import classes from './Minutes.module.css';

interface Props {
  meeting: Meeting;
  minutes: MeetingMinutes;
  language: Language;
}

/** The minutes as they are printed: the labels in the language that was chosen, the words as they were written. */
export function MinutesSheet({ meeting, minutes, language }: Props) {
  const { t } = useTranslation('minutes', { lng: language });
  const { dateTime } = useFormats();
  const { sections, promises, sha256, approved_at } = minutes;
  return (
    <article lang={language} className={classes.sheet} aria-label={t('title')}>
      <Title order={2} size="h3">
        {t('title')}: {meeting.title}
      </Title>
      <Text>
        {[dateTime(meeting.starts_at), meeting.place.names[language], meeting.venue]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      <Figures minutes={minutes} language={language} />
      {sections.map((section, at) => (
        <SectionText
          key={section.item?.id ?? `free-${at}`}
          section={section}
          at={at}
          language={language}
        />
      ))}
      {promises.length > 0 && (
        <section>
          <Title order={3} size="h4">
            {t('promises')}
          </Title>
          <ul>
            {promises.map(({ id, what, organisation, due_on }) => (
              <li key={id}>
                {what} ({organisation.names[language]}, {due_on})
              </li>
            ))}
          </ul>
        </section>
      )}
      {sha256 && approved_at && (
        <Text size="sm" className={classes.hash}>
          {t('approved_on', { day: dateTime(approved_at) })}
          <br />
          {t('hash')}: <code>{sha256}</code>
        </Text>
      )}
    </article>
  );
}

/** Who came and who spoke, in figures. */
function Figures({ minutes, language }: Pick<Props, 'minutes' | 'language'>) {
  const { t } = useTranslation('minutes', { lng: language });
  const { t: tm } = useTranslation('meetings', { lng: language });
  const { attendance, voice } = minutes;
  if (attendance.length === 0 && voice.length === 0) return null;
  const turns = new Map(voice.map((side) => [side.side, side]));
  const sides = [...new Set([...attendance, ...voice].map(({ side }) => side))];
  return (
    <div className={classes.wide}>
      <Table withTableBorder aria-label={t('figures')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('side')}</Table.Th>
            {(['people', 'women', 'youth', 'turns', 'turns_women', 'turns_youth'] as const).map(
              (column) => (
                <Table.Th key={column} scope="col" ta="right">
                  {t(`column.${column}`)}
                </Table.Th>
              ),
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sides.map((side) => {
            const totals = attendance.find((came) => came.side === side)?.totals;
            const spoke = turns.get(side);
            return (
              <Table.Tr key={side}>
                <Table.Th scope="row" fw={400}>
                  {tm(`side.${side}`)}
                </Table.Th>
                {[
                  totals?.people,
                  totals?.women,
                  totals?.youth,
                  spoke?.turns,
                  spoke?.women,
                  spoke?.youth,
                ].map((figure, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the columns never move
                  <Table.Td key={column} ta="right">
                    {figure || (minutes.exact ? 0 : '–')}
                  </Table.Td>
                ))}
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
      {!minutes.exact && <Text size="sm">{t('in_fives')}</Text>}
    </div>
  );
}

interface SectionProps {
  section: MinutesSection;
  at: number;
  language: Language;
}

function SectionText({ section: { item, lines, withheld }, at, language }: SectionProps) {
  const { t } = useTranslation('minutes', { lng: language });
  const { t: tm } = useTranslation('meetings', { lng: language });
  const title = item ? (item.topic ?? item.subject?.title ?? tm('hidden_item')) : t('beside');
  return (
    <section className={classes.section}>
      <Title order={3} size="h4">
        {item ? `${at + 1}. ${title}` : title}
      </Title>
      {withheld && <Text c="dimmed">{t('withheld')}</Text>}
      {!withheld && lines.length === 0 && <Text c="dimmed">{t('nothing_written')}</Text>}
      {noteKinds.map((kind) => (
        <Lines
          key={kind}
          title={t(`kind.${kind}`)}
          lines={lines.filter((line) => line.kind === kind)}
          language={language}
        />
      ))}
    </section>
  );
}

interface LinesProps {
  title: string;
  lines: MinutesLine[];
  language: Language;
}

function Lines({ title, lines, language }: LinesProps) {
  const { t } = useTranslation('meetings', { lng: language });
  if (lines.length === 0) return null;
  return (
    <div>
      <Text fw={600}>{title}</Text>
      <ul>
        {lines.map(({ side, text }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name, and are not moved here
          <li key={at} className={classes.text}>
            {side && <b>{t(`side.${side}`)}: </b>}
            <span lang="">{text}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
