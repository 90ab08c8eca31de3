import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AuditSubject } from '@/api/generated';
import { useAuditWords } from './useAuditWords';

interface Props {
  subject: AuditSubject;
  /** Narrows the list to what was done to it. */
  onOnly: () => void;
}

export function SubjectLink({ subject, onOnly }: Props) {
  const { t } = useTranslation('audit');
  const { kindOf } = useAuditWords();
  const name = subject.name || kindOf(subject.kind);
  return (
    <>
      <Anchor
        component="button"
        type="button"
        ta="start"
        aria-label={t('show_only', { name })}
        onClick={onOnly}
      >
        {name}
      </Anchor>
      {subject.name && (
        <Text size="sm" c="dimmed">
          {kindOf(subject.kind)}
        </Text>
      )}
    </>
  );
}
