import { Textarea, type TextareaProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Words that go into the history, which everybody whom the promise concerns reads. */
export function SaidField(props: TextareaProps) {
  const { t } = useTranslation('commitments');
  return <Textarea autosize minRows={2} description={t('sides_read')} {...props} />;
}
