import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Part } from './Part';
import { RowsField } from './RowsField';
import type { PartProps } from './types';

/** Who is to do it. */
export function TeamPart({ draft, onChange }: PartProps) {
  const { t } = useTranslation('grant-applications');
  return (
    <Part id="team" title={t('team')}>
      <Text c="dimmed">{t('team_help')}</Text>
      <RowsField
        most={30}
        words={{ row: 'team_row', name: 'team_name', about: 'team_task', add: 'add_person' }}
        rows={draft.team.map(({ name, task }) => ({ name, about: task }))}
        longest={200}
        onChange={(rows) =>
          onChange((now) => ({
            ...now,
            team: rows.map(({ name, about }) => ({ name, task: about })),
          }))
        }
      />
    </Part>
  );
}

/** Who helps, and with what. */
export function PartnersPart({ draft, onChange }: PartProps) {
  const { t } = useTranslation('grant-applications');
  return (
    <Part id="partners" title={t('partners')}>
      <RowsField
        most={20}
        words={{
          row: 'partner_row',
          name: 'partner_name',
          about: 'partner_help',
          add: 'add_partner',
        }}
        rows={draft.partners.map(({ name, help }) => ({ name, about: help }))}
        longest={500}
        onChange={(rows) =>
          onChange((now) => ({
            ...now,
            partners: rows.map(({ name, about }) => ({ name, help: about })),
          }))
        }
      />
    </Part>
  );
}
