import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffGrievance } from '@/api/generated';
import { useFormats } from '@/ui/formats';
import { Icon } from '@/ui/Icon';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { Section } from '../Section';
import { EraseDialog } from './EraseDialog';
import { Grants } from './Grants';
import { OpenDialog } from './OpenDialog';
import { OpenedIdentity } from './OpenedIdentity';
import { useIdentity } from './useIdentity';

interface Props {
  record: StaffGrievance;
}

/** Who raised the case: sealed until somebody opens it for a reason, and told of when they do. */
export function IdentityBlock({ record }: Props) {
  const { t } = useTranslation('sealed');
  return (
    <Section title="section.identity">
      {record.identity === 'not_given' && <Text>{t('not_given')}</Text>}
      {record.identity === 'sealed' && <Sealed record={record} />}
      {record.erasures.map((erasure) => (
        <Erased key={erasure.at} {...erasure} />
      ))}
      {record.identity !== 'not_given' && <Grants caseId={record.id} />}
      <Erasing record={record} />
    </Section>
  );
}

function Sealed({ record }: Props) {
  const { t } = useTranslation('sealed');
  const [asking, setAsking] = useState(false);
  const identity = useIdentity(record.id);
  const mayOpen = record.actions.includes('open_identity');
  if (identity.opened) return <OpenedIdentity {...identity.opened} onClose={identity.close} />;
  return (
    <>
      <Text>{t('sealed')}</Text>
      {!mayOpen && (
        <Text size="sm" c="dimmed" mt={4}>
          {t('owner_opens')}
        </Text>
      )}
      <ProblemAlert error={identity.error} />
      {mayOpen && (
        <Group gap="sm" mt="sm" data-no-print>
          <Button
            variant="default"
            leftSection={<Icon name="lock" size={18} />}
            onClick={() => setAsking(true)}
          >
            {t('open')}
          </Button>
          {identity.mayLookAgain && (
            <Button variant="default" onClick={identity.look}>
              {t('look_again')}
            </Button>
          )}
        </Group>
      )}
      {asking && (
        <OpenDialog
          caseId={record.id}
          onOpened={() => {
            setAsking(false);
            void identity.look();
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

function Erased({ at, by, reason, words, files, receipt }: StaffGrievance['erasures'][number]) {
  const { t } = useTranslation('sealed');
  const { dateTime } = useFormats();
  const parts = ['identity', words && 'words', files && 'files', receipt && 'receipt'] as const;
  const taken = parts.filter((part) => part !== false).map((part) => t(`erased.part.${part}`));
  return (
    <>
      <Text>{t('erased.what', { parts: taken.join(', ') })}</Text>
      <Text size="sm" c="dimmed">
        {[by.name, dateTime(at), reason].join(' · ')}
      </Text>
    </>
  );
}

function Erasing({ record }: Props) {
  const { t } = useTranslation('sealed');
  const [asking, setAsking] = useState(false);
  if (!record.actions.includes('erase_grievance')) return null;
  return (
    <>
      <Button
        mt="sm"
        size="sm"
        variant="subtle"
        color="felt"
        leftSection={<Icon name="trash" size={18} />}
        onClick={() => setAsking(true)}
        data-no-print
      >
        {t('erase.button')}
      </Button>
      {asking && <EraseDialog record={record} onClose={() => setAsking(false)} />}
    </>
  );
}
