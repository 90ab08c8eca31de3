import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PlacePicker } from '@/features/places/PlacePicker';
import { useName } from '@/ui/names';
import { Part } from './Part';
import type { PartProps } from './types';

/** What it is called and about, where it is, and who leads it. */
export function AboutPart({ draft, onChange, call, refused }: PartProps) {
  const { t } = useTranslation('grant-applications');
  const name = useName();
  const set = (change: Partial<PartProps['draft']>) => onChange((now) => ({ ...now, ...change }));
  const short = (text: string) => (text.trim().length < 3 ? t('three_letters') : undefined);
  return (
    <Part id="about" title={t('about')}>
      <TextInput
        withAsterisk
        maxLength={200}
        label={t('title_label')}
        description={t('title_help')}
        value={draft.title}
        error={refused.title ?? short(draft.title)}
        onChange={({ currentTarget }) => set({ title: currentTarget.value })}
      />
      <TextInput
        withAsterisk
        maxLength={200}
        label={t('applicant_name')}
        value={draft.applicant_name}
        error={refused.applicant_name ?? short(draft.applicant_name)}
        onChange={({ currentTarget }) => set({ applicant_name: currentTarget.value })}
      />
      <Textarea
        withAsterisk
        autosize
        minRows={4}
        maxLength={5000}
        label={t('summary')}
        description={t('summary_help')}
        value={draft.summary}
        error={refused.summary}
        onChange={({ currentTarget }) => set({ summary: currentTarget.value })}
      />
      <PlacePicker
        withAsterisk
        label={t('place')}
        description={t('place_help', {
          places: call.places.map(({ names }) => name(names)).join(', '),
        })}
        value={draft.place_id}
        error={refused.place_id}
        onChange={(place_id) => place_id && set({ place_id })}
      />
      <Checkbox
        label={t('youth_led')}
        description={t('youth_led_help')}
        checked={draft.youth_led}
        onChange={({ currentTarget }) => set({ youth_led: currentTarget.checked })}
      />
      <Checkbox
        label={t('women_led')}
        checked={draft.women_led}
        onChange={({ currentTarget }) => set({ women_led: currentTarget.checked })}
      />
    </Part>
  );
}
