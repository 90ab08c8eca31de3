import { Button, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Engagement } from '@/api/generated';
import { reopenFollowUpMutation } from '@/api/generated/@tanstack/react-query.gen';
import { ifMatch } from '@/api/headers';
import { Section } from '@/features/stakeholders/record/Section';
import { Facts } from '@/ui/Facts';
import { useFormats } from '@/ui/formats';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { FollowUpBadge } from '../FollowUpBadge';
import { useKeepEngagement } from '../useEngagementSaved';
import { CompleteDialog } from './CompleteDialog';
import classes from './Engagement.module.css';

/** What is to follow, by whom and until when; what came of it. */
export function FollowUpSection({ record }: { record: Engagement }) {
  const { t } = useTranslation(['engagements', 'records']);
  const { date } = useFormats();
  const [completing, setCompleting] = useState(false);
  const keep = useKeepEngagement();
  const reopen = useMutation({ ...reopenFollowUpMutation(), onSuccess: keep });
  const { id, follow_up, actions } = record;
  return (
    <Section
      title={t('follow_up')}
      actions={
        <>
          {actions.includes('complete_follow_up') && (
            <Button onClick={() => setCompleting(true)}>{t('complete')}</Button>
          )}
          {actions.includes('reopen_follow_up') && (
            <Button
              variant="default"
              loading={reopen.isPending}
              onClick={() => reopen.mutate({ path: { id }, headers: ifMatch(record) })}
            >
              {t('reopen')}
            </Button>
          )}
        </>
      }
    >
      {follow_up ? (
        <>
          <div>
            <FollowUpBadge standing={follow_up.standing} />
          </div>
          <Text className={classes.words}>{follow_up.task}</Text>
          <Facts
            none={t('records:none')}
            facts={[
              { label: t('owner'), value: follow_up.owner.name },
              { label: t('due_on'), value: date(follow_up.due_on) },
              ...(follow_up.done
                ? [
                    {
                      label: t('done'),
                      value: `${date(follow_up.done.on)}, ${follow_up.done.by.name}`,
                    },
                    { label: t('done_note'), value: follow_up.done.note },
                  ]
                : []),
            ]}
          />
        </>
      ) : (
        <Text c="dimmed">{t('no_follow_up')}</Text>
      )}
      <ProblemAlert error={reopen.error} />
      {completing && <CompleteDialog record={record} onClose={() => setCompleting(false)} />}
    </Section>
  );
}
