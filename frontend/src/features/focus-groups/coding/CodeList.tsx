import { ActionIcon, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type FocusGroup, type PassageCode, uncodeFocusGroupPassage } from '@/api/generated';
import { ifMatch } from '@/api/headers';
import { ImpactStateBadge } from '@/features/impacts/ImpactStateBadge';
import { paths } from '@/paths';
import { Icon } from '@/ui/Icon';
import { TextLink } from '@/ui/links';
import { ProblemAlert } from '@/ui/ProblemAlert';
import classes from './Coding.module.css';
import { useReadCoded } from './useReadCoded';

interface Props {
  record: FocusGroup;
  /** Whether a passage can be taken from its impact here. */
  removable?: boolean;
}

/** Each passage and the impact that it was put to, numbered as in the notes. */
export function CodeList({ record, removable = false }: Props) {
  const { t } = useTranslation('focus-groups');
  const readCoded = useReadCoded(record.id);
  const remove = useMutation({
    mutationFn: (code: PassageCode) =>
      uncodeFocusGroupPassage({
        path: { id: record.id, code_id: code.id },
        headers: ifMatch(record),
      }),
    onSuccess: (_, code) => readCoded(code.impact.id),
  });
  const mayRemove = removable && record.actions.includes('uncode_focus_group_passage');
  return (
    <>
      <ProblemAlert error={remove.error} />
      <ol className={classes.codes}>
        {record.codes.map((code) => (
          <li key={code.id} id={code.id}>
            <Group justify="space-between" align="flex-start" wrap="nowrap" gap="xs">
              <div>
                <Group gap="xs">
                  <TextLink to={paths.impact} params={{ impactId: code.impact.id }}>
                    {code.impact.title}
                  </TextLink>
                  <ImpactStateBadge state={code.impact.state} />
                </Group>
                <Text size="sm" c="dimmed">
                  {`«${code.passage}»`}
                </Text>
              </div>
              {mayRemove && (
                <ActionIcon
                  size="lg"
                  variant="default"
                  aria-label={t('code_remove', { title: code.impact.title })}
                  loading={remove.isPending && remove.variables.id === code.id}
                  onClick={() => remove.mutate(code)}
                >
                  <Icon name="trash" size={18} />
                </ActionIcon>
              )}
            </Group>
          </li>
        ))}
      </ol>
    </>
  );
}
