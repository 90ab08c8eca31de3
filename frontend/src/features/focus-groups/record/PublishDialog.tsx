import { Checkbox, Stack, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type FocusGroup, type ImpactHeard, publishFocusGroup } from '@/api/generated';
import { zPublishing } from '@/api/generated/zod.gen';
import { ifMatch } from '@/api/headers';
import { useKindOfPerson } from '../notes/useKindOfPerson';
import { GroupDialog } from './GroupDialog';

interface Props {
  record: FocusGroup;
  onClose: () => void;
}

interface PublishValues extends Record<string, unknown> {
  summary: string;
  /** Places in the list of quotes, and ids, as a form keeps what is checked. */
  quotes: string[];
  impacts: string[];
}

/** The impacts of a group, once each. */
const impactsOf = ({ codes }: FocusGroup): ImpactHeard[] => [
  ...new Map(codes.map(({ impact }) => [impact.id, impact])).values(),
];

/** What nobody has confirmed is not published, nor what was dismissed. */
const isConfirmed = ({ state }: ImpactHeard) => state !== 'dismissed' && state !== 'reported';

/** What the list of errors calls each of several. */
const labelsOf = (path: string, count: number, label: string) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`${path}.${at}`, label]));

export function PublishDialog({ record, onClose }: Props) {
  const { t } = useTranslation('focus-groups');
  const kindOf = useKindOfPerson();
  const impacts = impactsOf(record);
  const toBody = ({ summary, quotes, impacts: ids }: PublishValues) => ({
    summary: summary.trim(),
    quotes: quotes.map(Number),
    impacts: ids,
  });
  const initial: PublishValues = {
    summary: '',
    quotes: [],
    impacts: impacts.filter(isConfirmed).map(({ id }) => id),
  };
  const labels = {
    summary: t('summary'),
    ...labelsOf('impacts', impacts.length, t('publish_impacts')),
    ...labelsOf('quotes', record.quotes.length, t('publish_quotes')),
  };
  return (
    <GroupDialog
      title={t('publish')}
      help={t('publish_help')}
      confirm={t('publish')}
      labels={labels}
      rules={zPublishing}
      initial={initial}
      toBody={toBody}
      record={record}
      send={(values) =>
        publishFocusGroup({
          path: { id: record.id },
          headers: ifMatch(record),
          body: toBody(values),
        })
      }
      onClose={onClose}
    >
      {(form) => (
        <>
          <Textarea
            autosize
            withAsterisk
            minRows={4}
            label={t('summary')}
            description={t('summary_help')}
            {...form.getInputProps('summary')}
          />
          <Checkbox.Group label={t('publish_impacts')} {...form.getInputProps('impacts')}>
            <Stack gap="xs" mt="xs">
              {impacts.map((impact) => (
                <Checkbox
                  key={impact.id}
                  value={impact.id}
                  label={impact.title}
                  description={impact.published ? t('impact_published') : undefined}
                  disabled={!isConfirmed(impact)}
                />
              ))}
            </Stack>
          </Checkbox.Group>
          {record.quotes.length > 0 && (
            <Checkbox.Group
              label={t('publish_quotes')}
              description={t('publish_quotes_help')}
              {...form.getInputProps('quotes')}
            >
              <Stack gap="xs" mt="xs">
                {record.quotes.map((quote, at) => (
                  <Checkbox
                    // biome-ignore lint/suspicious/noArrayIndexKey: a quote has no name but its place
                    key={at}
                    value={String(at)}
                    disabled={quote.identifying}
                    label={`«${quote.text}»`}
                    description={
                      quote.identifying ? `${kindOf(quote)} · ${t('identifying')}` : kindOf(quote)
                    }
                  />
                ))}
              </Stack>
            </Checkbox.Group>
          )}
        </>
      )}
    </GroupDialog>
  );
}
