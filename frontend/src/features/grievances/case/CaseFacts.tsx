import { useTranslation } from 'react-i18next';
import type { StaffGrievance } from '@/api/generated';
import { useFormats } from '@/ui/formats';
import { useName } from '@/ui/names';
import { ConsentWords } from './ConsentWords';
import { Facts } from './Facts';
import { PaperWords } from './PaperWords';

export function CaseFacts({ record }: { record: StaffGrievance }) {
  const { t } = useTranslation(['cases', 'grievances']);
  const { date, dateTime } = useFormats();
  const name = useName();
  const { place, site, respondent, owner, occurred_on, due_at, sensitivity, recorded } = record;
  return (
    <Facts
      facts={[
        [t('fact.asked'), record.asked && t(`waits_for.${record.asked}`)],
        [t('fact.appeal'), record.appeal && t(`appeal.${record.appeal}`)],
        [t('column.owner'), owner?.name ?? t('nobody')],
        [t('fact.due_at'), due_at && dateTime(due_at)],
        [t('fact.place'), name(place.names)],
        [t('fact.site'), site && name(site.names)],
        [t('fact.respondent'), respondent && name(respondent.names)],
        [t('fact.occurred_on'), occurred_on && date(occurred_on)],
        [t('fact.submitted_at'), dateTime(record.submitted_at)],
        [t('fact.channel'), t(`channel.${record.channel}`)],
        [t('fact.paper'), recorded?.paper && <PaperWords paper={recorded.paper} />],
        [t('fact.recorded_by'), recorded?.by?.name],
        [t('fact.consent'), recorded?.consent && <ConsentWords consent={recorded.consent} />],
        [t('fact.confidentiality'), t(`grievances:confidentiality.${record.confidentiality}`)],
        [t('fact.sensitivity'), t(`sensitivity.${sensitivity}`)],
        [t('fact.language'), t(`language.${record.language}`)],
        [t('fact.level'), t(`level.${record.escalation_level as 1 | 2 | 3}`)],
      ]}
    />
  );
}
