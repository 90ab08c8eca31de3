import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { LetterTemplate } from '@/api/generated';
import {
  deleteLetterTemplateMutation,
  listLetterTemplatesQueryKey,
} from '@/api/generated/@tanstack/react-query.gen';
import { ifMatch } from '@/api/headers';
import { useRefresh } from '@/api/useKeepRecord';
import { ConfirmedButton } from '@/ui/ConfirmedButton';
import { useName } from '@/ui/names';
import { useSavedNotice } from '@/ui/useSavedNotice';

export function DeleteLetter({ letter }: { letter: LetterTemplate }) {
  const { t } = useTranslation('letters');
  const name = useName()(letter.names);
  const notice = useSavedNotice();
  const remove = useMutation({
    ...deleteLetterTemplateMutation(),
    onSuccess: () => notice(t('deleted')),
    onSettled: useRefresh(listLetterTemplatesQueryKey()),
  });
  return (
    <ConfirmedButton
      label={t('delete')}
      fullLabel={t('delete_named', { name })}
      title={t('delete_title', { name })}
      consequences={t('delete_consequences')}
      mutation={remove}
      onConfirm={() => remove.mutate({ path: { id: letter.id }, headers: ifMatch(letter) })}
    />
  );
}
