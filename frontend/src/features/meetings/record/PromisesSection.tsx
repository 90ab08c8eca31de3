import { useTranslation } from 'react-i18next';
import type { MeetingPromise } from '@/api/generated';
import classes from '@/features/impacts/record/Thread.module.css';
import { Section } from '@/features/stakeholders/record/Section';
import { paths } from '@/paths';
import { useFormats } from '@/ui/formats';
import { TextLink } from '@/ui/links';
import { useName } from '@/ui/names';

/** What was promised at the meeting. */
export function PromisesSection({ promises }: { promises: MeetingPromise[] }) {
  const { t } = useTranslation('meeting-day');
  const name = useName();
  const { date } = useFormats();
  if (promises.length === 0) return null;
  return (
    <Section title={t('promises')}>
      <ul className={classes.links}>
        {promises.map(({ id, what, organisation, due_on }) => (
          <li key={id}>
            <TextLink to={paths.commitment} params={{ commitmentId: id }}>
              {what}
            </TextLink>{' '}
            {t('owed_by', { who: name(organisation.names), day: date(due_on) })}
          </li>
        ))}
      </ul>
    </Section>
  );
}
