import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { getProgramme, type Programme, updateProgramme } from '@/api/generated';
import { getProgrammeQueryKey } from '@/api/generated/@tanstack/react-query.gen';
import { zNewProgramme, zProgrammeChange } from '@/api/generated/zod.gen';
import { paths } from '@/paths';
import { useFormats } from '@/ui/formats';
import { namesToCompare } from '@/ui/forms/ConflictDialog';
import { EditRecord } from '@/ui/forms/EditRecord';
import { TextLink } from '@/ui/links';
import { useName } from '@/ui/names';
import { FocusAreasInWords } from './FocusAreasInWords';
import { ProgrammeFields } from './ProgrammeFields';
import { useProgrammeLabels } from './useProgrammeLabels';
import { useProgrammeSaved } from './useProgrammeSaved';
import { type ProgrammeValues, programmeValues } from './values';

export function EditProgramme({ programme }: { programme: Programme }) {
  const { t } = useTranslation('programmes');
  const name = useName();
  const { date } = useFormats();
  const navigate = useNavigate();
  const labels = useProgrammeLabels();
  const path = { id: programme.id };
  const target = { to: paths.programme, params: { programmeId: programme.id } };
  return (
    <EditRecord
      title={t('edit')}
      back={<TextLink {...target}>{name(programme.names)}</TextLink>}
      labels={labels}
      schema={zNewProgramme}
      changeSchema={zProgrammeChange}
      record={programme}
      recordKey={getProgrammeQueryKey({ path })}
      valuesOf={programmeValues}
      save={(request) => updateProgramme({ path, ...request })}
      load={() => getProgramme({ path })}
      onSaved={useProgrammeSaved()}
      onCancel={() => navigate(target)}
      compared={[
        ...namesToCompare<ProgrammeValues>(t('names'), ({ names }) => names),
        ...namesToCompare<ProgrammeValues>(t('objectives'), ({ objectives }) => objectives),
        {
          label: labels.starts_on,
          value: ({ starts_on }) => starts_on,
          show: ({ starts_on }) => starts_on && date(starts_on),
        },
        {
          label: labels.ends_on,
          value: ({ ends_on }) => ends_on,
          show: ({ ends_on }) => ends_on && date(ends_on),
        },
        {
          label: labels.status,
          value: ({ status }) => status,
          show: ({ status }) => status && t(`status.${status}`),
        },
        {
          label: t('focus_areas'),
          value: ({ focus_areas }) => focus_areas,
          show: ({ focus_areas }) => <FocusAreasInWords areas={focus_areas} />,
        },
      ]}
    >
      {(form) => <ProgrammeFields form={form} />}
    </EditRecord>
  );
}
