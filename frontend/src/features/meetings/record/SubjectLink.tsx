import type { AgendaItemKind, AgendaSubject } from '@/api/generated';
import { paths } from '@/paths';
import { TextLink } from '@/ui/links';

interface Props {
  kind: AgendaItemKind;
  subject: AgendaSubject;
}

/** The record that an item is about, for who reaches it. */
export function SubjectLink({ kind, subject: { id, title } }: Props) {
  if (kind === 'impact')
    return (
      <TextLink to={paths.impact} params={{ impactId: id }}>
        {title}
      </TextLink>
    );
  if (kind === 'agreement')
    return (
      <TextLink to={paths.agreement} params={{ agreementId: id }}>
        {title}
      </TextLink>
    );
  if (kind === 'commitment')
    return (
      <TextLink to={paths.commitment} params={{ commitmentId: id }}>
        {title}
      </TextLink>
    );
  return (
    <TextLink to={paths.grievance} params={{ grievanceId: id }}>
      {title}
    </TextLink>
  );
}
