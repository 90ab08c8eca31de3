import { useTranslation } from 'react-i18next';

/** What the error summary calls the fields of the form. */
export function useEngagementLabels(): Record<string, string> {
  const { t } = useTranslation('engagements');
  return {
    programme_id: t('programme'),
    stakeholder_ids: t('with'),
    day: t('day'),
    channel: t('channel_label'),
    by_id: t('by'),
    summary: t('summary'),
    follow_up: t('follow_up'),
    'follow_up.task': t('task'),
    'follow_up.owner_id': t('owner'),
    'follow_up.due_on': t('due_on'),
    ...Object.fromEntries(
      Array.from({ length: 50 }, (_, at) => [`stakeholder_ids.${at}`, t('with')]),
    ),
  };
}
