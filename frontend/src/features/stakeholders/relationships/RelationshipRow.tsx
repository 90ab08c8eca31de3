import { Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Relationship } from '@/api/generated';
import { reopenRelationshipMutation } from '@/api/generated/@tanstack/react-query.gen';
import { ifMatch } from '@/api/headers';
import { paths } from '@/paths';
import { useFormats } from '@/ui/formats';
import { TextLink } from '@/ui/links';
import { ProblemAlert } from '@/ui/ProblemAlert';
import classes from '../record/HistorySection.module.css';
import { useRelationshipsChanged } from './useRelationshipsChanged';

interface Props {
  /** From whose side it is told. */
  of: string;
  tie: Relationship;
  onEnd: () => void;
}

export function RelationshipRow({ of, tie, onEnd }: Props) {
  const { t } = useTranslation('relationships');
  const changed = useRelationshipsChanged();
  const reopen = useMutation({ ...reopenRelationshipMutation(), onSuccess: changed });
  const { id, kind, from, to, note, source, actions } = tie;
  const [side, other] = from.id === of ? (['from', to] as const) : (['to', from] as const);
  return (
    <li className={classes.event}>
      <Text>
        {t(`side.${kind}.${side}`)}{' '}
        <TextLink to={paths.stakeholder} params={{ stakeholderId: other.id }}>
          {other.name}
        </TextLink>
      </Text>
      <Period tie={tie} />
      {note && <Text>{note}</Text>}
      {source && (
        <Text size="sm" c="dimmed">
          {t('from_source', { source })}
        </Text>
      )}
      <ProblemAlert error={reopen.error} />
      <Group gap="xs" mt="xs" data-no-print>
        {actions.includes('end_relationship') && (
          <Button
            size="sm"
            variant="default"
            onClick={onEnd}
            aria-label={`${t('end')}: ${other.name}`}
          >
            {t('end')}
          </Button>
        )}
        {actions.includes('reopen_relationship') && (
          <Button
            size="sm"
            variant="default"
            aria-label={`${t('reopen')}: ${other.name}`}
            loading={reopen.isPending}
            onClick={() => reopen.mutate({ path: { id }, headers: ifMatch(tie) })}
          >
            {t('reopen')}
          </Button>
        )}
      </Group>
    </li>
  );
}

function Period({ tie: { since, until } }: { tie: Relationship }) {
  const { t } = useTranslation('relationships');
  const { date } = useFormats();
  const words = [
    since && t('since_day', { day: date(since) }),
    until && t('until_day', { day: date(until) }),
  ].filter(Boolean);
  if (words.length === 0) return null;
  return (
    <Text size="sm" c="dimmed">
      {words.join(' · ')}
    </Text>
  );
}
