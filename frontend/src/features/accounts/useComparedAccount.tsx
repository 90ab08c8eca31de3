import { useTranslation } from 'react-i18next';
import { OrganisationName } from '@/features/organisations/OrganisationName';
import { PlaceName } from '@/features/places/PlaceName';
import { useProgrammeOptions } from '@/features/programmes/useProgrammeOptions';
import { languageNames } from '@/i18n/languages';
import type { FormField } from '@/ui/forms/ConflictDialog';
import { useAccountLabels } from './useAccountLabels';
import type { AccountValues } from './values';

/** An account's fields in words, for when two administrators changed it at once. */
export function useComparedAccount(): FormField<AccountValues>[] {
  const { t } = useTranslation('identity');
  const labels = useAccountLabels();
  const programmes = useProgrammeOptions();
  return [
    { label: labels.name, value: ({ name }) => name },
    { label: labels.language, value: ({ language }) => languageNames[language] },
    { label: labels.role, value: ({ role }) => role && t(`role.${role}`) },
    {
      label: labels.organisation_id,
      value: ({ organisation_id }) => organisation_id,
      show: ({ organisation_id }) => organisation_id && <OrganisationName id={organisation_id} />,
    },
    {
      label: labels.place_ids,
      value: ({ place_ids }) => place_ids,
      show: ({ place_ids }) =>
        place_ids.map((id) => (
          <div key={id}>
            <PlaceName id={id} />
          </div>
        )),
    },
    {
      label: labels.programme_ids,
      value: ({ programme_ids }) => programme_ids,
      show: ({ programme_ids }) =>
        programmes
          .filter(({ value }) => programme_ids.includes(value))
          .map(({ label }) => label)
          .join(', '),
    },
  ];
}
