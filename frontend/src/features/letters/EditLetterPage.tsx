import { useParams } from '@tanstack/react-router';
import { getLetterTemplateOptions } from '@/api/generated/@tanstack/react-query.gen';
import { RecordQuery } from '@/ui/RecordQuery';
import { EditLetter } from './EditLetter';

export function EditLetterPage() {
  const { letterId: id } = useParams({ from: '/desk/letters/$letterId/edit' });
  return (
    <RecordQuery options={getLetterTemplateOptions({ path: { id } })}>
      {(letter) => <EditLetter letter={letter} />}
    </RecordQuery>
  );
}
