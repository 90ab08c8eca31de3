import { Text } from '@mantine/core';
import type { QuoteToKeep } from '@/api/generated';
import classes from './Notes.module.css';
import { useKindOfPerson } from './useKindOfPerson';

interface Props {
  notes: string;
  quotes: QuoteToKeep[];
}

export function NotesInWords({ notes, quotes }: Props) {
  return (
    <>
      {notes && <div className={classes.notes}>{notes}</div>}
      <Quotes quotes={quotes} />
    </>
  );
}

export function Quotes({ quotes }: Pick<Props, 'quotes'>) {
  const kindOf = useKindOfPerson();
  return quotes.map((quote, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a quote has no name but its place
    <figure key={at} className={classes.quote}>
      <blockquote>{quote.text}</blockquote>
      <Text component="figcaption" size="sm" c="dimmed">
        {kindOf(quote)}
      </Text>
    </figure>
  ));
}
