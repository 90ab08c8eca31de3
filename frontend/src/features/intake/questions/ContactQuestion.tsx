import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Question, type QuestionProps } from './Question';

export function ContactQuestion({ draft, dispatch, issues }: QuestionProps) {
  const { t } = useTranslation(['intake', 'errors']);
  const { reporter } = draft.answers;
  const change = (part: { name?: string; contact?: string }) =>
    dispatch({ type: 'answer', answers: { reporter: { ...reporter, ...part } } });
  const nameIssue = issues['reporter.name'];
  const contactIssue = issues['reporter.contact'];
  return (
    <Question step="contact">
      <TextInput
        label={t('contact.name')}
        autoComplete="off"
        value={reporter?.name ?? ''}
        onChange={({ currentTarget }) => change({ name: currentTarget.value })}
        error={nameIssue && t(`errors:${nameIssue}`)}
      />
      <TextInput
        label={t('contact.contact')}
        description={t('contact.contact_help')}
        autoComplete="off"
        value={reporter?.contact ?? ''}
        onChange={({ currentTarget }) => change({ contact: currentTarget.value })}
        error={contactIssue && t(`errors:${contactIssue}`)}
      />
    </Question>
  );
}
