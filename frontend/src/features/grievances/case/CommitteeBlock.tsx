import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CommitteeMember, OwnSeat, StaffGrievance } from '@/api/generated';
import { useFormats } from '@/ui/formats';
import { useName } from '@/ui/names';
import { Section } from './Section';

/** Who looks into a contested case: the committee, or a body outside. */
export function CommitteeBlock({ record }: { record: StaffGrievance }) {
  const { t } = useTranslation('cases');
  const { committee, external_body } = record;
  if (committee.length === 0 && !external_body) return null;
  return (
    <Section title="section.committee">
      {external_body && <Text mb="sm">{t('committee.external', { name: external_body })}</Text>}
      <Stack gap="sm">
        {committee.map((member) => (
          <Member key={member.person.id} {...member} />
        ))}
      </Stack>
    </Section>
  );
}

function Member({ person, organisation, side, declared_at, interests }: CommitteeMember) {
  const { t } = useTranslation('cases');
  const { date } = useFormats();
  const name = useName();
  const declared = declared_at && date(declared_at);
  return (
    <div>
      <Text>
        <Text span fw={600}>
          {person.name}
        </Text>
        {`, ${name(organisation)} · ${t(`side.${side}`)}`}
      </Text>
      <Text size="sm" c="dimmed" style={{ whiteSpace: 'pre-line' }}>
        {interests && t('committee.stepped_back', { date: declared, interests })}
        {!interests && declared && t('committee.declared_none', { date: declared })}
        {!declared && t('committee.not_declared')}
      </Text>
    </div>
  );
}

/** What a member of the committee is told of their own seat. */
export function SeatBlock({ seat }: { seat?: OwnSeat | null }) {
  const { t } = useTranslation('cases');
  if (!seat) return null;
  const { side, declared_at, stepped_back } = seat;
  const key = stepped_back ? 'gone' : declared_at ? 'declared' : 'asked';
  return (
    <Section title="section.committee">
      <Text>{t('seat.sits', { side: t(`side.${side}`) })}</Text>
      <Text mt="xs">{t(`seat.${key}`)}</Text>
    </Section>
  );
}
