import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Said } from '@/api/generated';
import { Section } from '@/features/stakeholders/record/Section';
import { paths } from '@/paths';
import { useFormats } from '@/ui/formats';
import { TextLink } from '@/ui/links';
import classes from './Thread.module.css';

/** What was said of it in focus groups; for staff alone. */
export function SaidSection({ said }: { said: Said[] }) {
  const { t } = useTranslation('impacts');
  const { date } = useFormats();
  if (said.length === 0) return null;
  return (
    <Section title={t('said')}>
      <ul className={classes.links}>
        {said.map(({ focus_group_id, title, passage, held_on }) => (
          <li key={focus_group_id + passage}>
            <div>
              <Text className={classes.words}>{`«${passage}»`}</Text>
              <Text size="sm" c="dimmed">
                <TextLink to={paths.focusGroup} params={{ focusGroupId: focus_group_id }}>
                  {title}
                </TextLink>
                {held_on && ` · ${date(held_on)}`}
              </Text>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
