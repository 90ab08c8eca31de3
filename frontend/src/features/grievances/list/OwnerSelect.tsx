import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/features/identity/useMe';
import type { Filters } from '../filters';
import { useStaff } from '../useStaff';

type Owner = Pick<Filters, 'mine' | 'owner_id' | 'unassigned'>;

interface Props {
  filters: Owner;
  onChange: (owner: Owner) => void;
}

const mine = 'mine';
const nobody = 'nobody';

const chosenOf = ({ mine: own, owner_id, unassigned }: Owner) => {
  if (own) return mine;
  return unassigned ? nobody : (owner_id ?? '');
};

/** Whose cases: one's own by a word, so that a link to them is right for whoever follows it. */
export function OwnerSelect({ filters, onChange }: Props) {
  const { t } = useTranslation('cases');
  const { id: ownId } = useMe();
  const colleagues = useStaff().filter(({ value }) => value !== ownId);
  const choose = (value: string) =>
    onChange({
      mine: value === mine || undefined,
      unassigned: value === nobody || undefined,
      owner_id: value === mine || value === nobody ? undefined : value || undefined,
    });
  return (
    <NativeSelect
      label={t('column.owner')}
      value={chosenOf(filters)}
      onChange={({ currentTarget }) => choose(currentTarget.value)}
      data={[
        { value: '', label: t('filter.any') },
        { value: mine, label: t('filter.mine') },
        { value: nobody, label: t('filter.unassigned') },
        ...colleagues,
      ]}
    />
  );
}
