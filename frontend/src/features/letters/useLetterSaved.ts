import { useNavigate } from '@tanstack/react-router';
import type { LetterTemplate } from '@/api/generated';
import {
  getLetterTemplateQueryKey,
  listLetterTemplatesQueryKey,
} from '@/api/generated/@tanstack/react-query.gen';
import { useKeepRecord } from '@/api/useKeepRecord';
import { paths } from '@/paths';
import { useSavedNotice } from '@/ui/useSavedNotice';

export function useLetterSaved() {
  const keep = useKeepRecord();
  const navigate = useNavigate();
  const notice = useSavedNotice();
  return (saved: LetterTemplate) => {
    const key = getLetterTemplateQueryKey({ path: { id: saved.id } });
    void keep(key, saved, listLetterTemplatesQueryKey());
    notice();
    return navigate({ to: paths.letters, ignoreBlocker: true });
  };
}
