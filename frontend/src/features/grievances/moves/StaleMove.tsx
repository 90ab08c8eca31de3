import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Asked, Category, Sensitivity, Severity, State } from '@/api/generated';
import { listStaffOptions } from '@/api/generated/@tanstack/react-query.gen';
import { intakeQuery } from '@/features/intake/intakeQuery';
import { useName } from '@/ui/names';
import { StaleEditDialog } from '@/ui/StaleEditDialog';
import type { FieldName, Values } from './moves';

type Compared = Values & { state: State };

interface Props {
  fields: FieldName[];
  mine: Compared;
  theirs: Compared;
  onKeepMine: () => void;
  onClose: () => void;
}

/** Both sides of a case that somebody else changed first, in the words of the form. */
export function StaleMove({ fields, mine, theirs, onKeepMine, onClose }: Props) {
  const { t } = useTranslation(['cases', 'grievances']);
  const show = useFieldWords(fields);
  const compared = [
    {
      label: t('column.state'),
      show: ({ state }: Compared) => t(`grievances:state.${state}`),
    },
    ...fields.map((field) => ({
      label: t(`field.${field}`),
      show: (values: Compared) => show(field, values[field]),
    })),
  ];
  return (
    <StaleEditDialog
      mine={mine}
      theirs={theirs}
      fields={compared}
      onKeepMine={onKeepMine}
      onTakeTheirs={onClose}
      onClose={onClose}
    />
  );
}

function useFieldWords(fields: FieldName[]) {
  const { t } = useTranslation('cases');
  const name = useName();
  const { data: staff } = useQuery({
    ...listStaffOptions(),
    enabled: fields.includes('owner_id'),
  });
  const { data: intake } = useQuery(intakeQuery);
  return (field: FieldName, value: string | undefined) => {
    if (!value) return '—';
    if (field === 'category') return t(`category.${value as Category}`);
    if (field === 'severity') return t(`severity.${value as Severity}`);
    if (field === 'sensitivity') return t(`sensitivity.${value as Sensitivity}`);
    if (field === 'asked') return t(`asked.${value as Asked}`);
    if (field === 'owner_id') return staff?.items.find(({ id }) => id === value)?.name ?? value;
    const site = field === 'site_id' && intake?.sites.find(({ id }) => id === value);
    return site ? name(site.names) : value;
  };
}
