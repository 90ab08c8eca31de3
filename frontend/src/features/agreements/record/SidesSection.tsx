import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Agreement, AgreementSignature } from '@/api/generated';
import { Section } from '@/features/stakeholders/record/Section';
import { useFormats } from '@/ui/formats';
import { StateBadge } from '@/ui/StateBadge';
import classes from './Agreement.module.css';
import { useSideName } from './SignDialogs';

/** Who is to sign, and who has. */
export function SidesSection({ agreement: { sides } }: { agreement: Agreement }) {
  const { t } = useTranslation('agreements');
  const sideName = useSideName();
  return (
    <Section title={t('sides')}>
      <ul className={classes.sides}>
        {sides.map((side) => (
          <li key={side.id}>
            <Text fw={600}>{sideName(side)}</Text>
            {side.signature ? (
              <Signed signature={side.signature} />
            ) : (
              <StateBadge tone="waiting" icon="clock">
                {t('not_signed')}
              </StateBadge>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Signed({ signature }: { signature: AgreementSignature }) {
  const { t } = useTranslation('agreements');
  const { date } = useFormats();
  const { form, signed_on, by, signatory, witness } = signature;
  return (
    <>
      <StateBadge tone="done" icon="check">
        {t('signed', { day: date(signed_on) })}
      </StateBadge>
      <Text size="sm" c="dimmed">
        {[t(`form.${form}`), signatory ?? by?.name, witness && t('witnessed', { name: witness })]
          .filter(Boolean)
          .join(' · ')}
      </Text>
    </>
  );
}
