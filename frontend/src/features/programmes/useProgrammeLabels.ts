import { useTranslation } from 'react-i18next';
import { namesLabels } from '@/ui/forms/NamesFields';

/** As many areas as the API takes, so that each one's errors have a name in the summary. */
const mostAreas = 50;

export function useProgrammeLabels() {
  const { t } = useTranslation('programmes');
  const ofArea = (index: number) => {
    const path = `focus_areas.${index}`;
    const area = t('focus_area', { number: index + 1 });
    return {
      [`${path}.place_ids`]: `${area}, ${t('area_places')}`,
      ...namesLabels(`${path}.names`, `${area}, ${t('area_names')}`),
    };
  };
  return {
    starts_on: t('starts_on'),
    ends_on: t('ends_on'),
    status: t('status_label'),
    focus_areas: t('focus_areas'),
    ...namesLabels('names', t('names')),
    ...namesLabels('objectives', t('objectives')),
    ...Object.assign({}, ...Array.from({ length: mostAreas }, (_, index) => ofArea(index))),
  };
}
