import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { WaitingFocusGroup } from '@/api/generated';
import { FocusGroupStateBadge } from '@/features/focus-groups/FocusGroupStateBadge';
import { paths } from '@/paths';
import { useFormats } from '@/ui/formats';
import { ButtonLink } from '@/ui/links';
import { useName } from '@/ui/names';
import classes from './Home.module.css';
import { HomeSection } from './HomeSection';

const words = [
  'consent_focus_group',
  'hold_focus_group',
  'finish_coding_focus_group',
  'validate_focus_group',
  'publish_focus_group',
] as const;

/** Groups that their facilitator has to go on with; nothing where there are none. */
export function WaitingFocusGroups({ waiting }: { waiting: WaitingFocusGroup[] }) {
  const { t } = useTranslation('focus-groups');
  const name = useName();
  const { dateTime } = useFormats();
  if (waiting.length === 0) return null;
  return (
    <HomeSection title={t('title')}>
      <ul className={classes.rows}>
        {waiting.map(({ action, focus_group: group }) => {
          const known = words.find((word) => word === action);
          return (
            <li key={group.id} className={classes.row}>
              <div className={classes.what}>
                <div className={classes.facts}>
                  <Text span fw={600}>
                    {group.title}
                  </Text>
                  <FocusGroupStateBadge state={group.state} />
                </div>
                <Text>{`${name(group.place.names)} · ${dateTime(group.starts_at)}`}</Text>
              </div>
              <ButtonLink
                variant="default"
                to={paths.focusGroup}
                params={{ focusGroupId: group.id }}
              >
                {known ? t(`waiting.${known}`) : t('open')}
              </ButtonLink>
            </li>
          );
        })}
      </ul>
    </HomeSection>
  );
}
