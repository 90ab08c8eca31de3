import { useTranslation } from 'react-i18next';
import { codeFocusGroupPassage, type FocusGroup } from '@/api/generated';
import { ApiProblem, toApiProblem } from '@/api/problem';
import { ImpactFields } from '@/features/impacts/form/ImpactFields';
import { useImpactLabels } from '@/features/impacts/form/useImpactLabels';
import { type ImpactValues, noImpact, zImpactValues } from '@/features/impacts/form/values';
import { paths } from '@/paths';
import { NewRecord } from '@/ui/forms/NewRecord';
import { TextLink } from '@/ui/links';
import classes from './Coding.module.css';
import type { Marked } from './marking';

interface Props {
  record: FocusGroup;
  marked: Marked;
  onCoded: (impactId: string) => void;
  onCancel: () => void;
}

const longestTitle = 120;

/** Makes an impact of a passage: where, at which site and when is known from the group. */
export function ImpactOfPassage({ record, marked, onCoded, onCancel }: Props) {
  const { t } = useTranslation('focus-groups');
  const labels = { ...useImpactLabels(), passage: t('marked'), ends: t('marked') };
  const initial: ImpactValues = {
    ...noImpact(record.programme_id),
    title: marked.passage.slice(0, longestTitle),
    description: marked.passage,
    place_id: record.place.id,
    site_id: record.site?.id ?? null,
    reported_on: record.held_on ?? null,
  };
  return (
    <NewRecord
      title={t('code_new')}
      back={
        <TextLink to={paths.focusGroup} params={{ focusGroupId: record.id }}>
          {record.title}
        </TextLink>
      }
      labels={labels}
      schema={zImpactValues}
      initial={initial}
      create={({ body, headers }) =>
        ofTheImpact(
          codeFocusGroupPassage({
            path: { id: record.id },
            headers,
            body: { ...marked, impact: body },
          }),
        )
      }
      onSaved={({ impact }) => onCoded(impact.id)}
      onCancel={onCancel}
    >
      {(form) => (
        <>
          <blockquote className={classes.passage}>{marked.passage}</blockquote>
          <ImpactFields isNew={false} form={form} />
        </>
      )}
    </NewRecord>
  );
}

/** The form is the impact's own, which is a part of what is sent. */
async function ofTheImpact<Saved>(sent: Promise<Saved>): Promise<Saved> {
  try {
    return await sent;
  } catch (failure) {
    const { status, code, message: title, requestId: request_id, fields } = toApiProblem(failure);
    const own = fields.map((field) => ({
      ...field,
      pointer: field.pointer.replace(/^\/impact\//, '/'),
    }));
    throw new ApiProblem({ status, code, title, request_id, fields: own });
  }
}
