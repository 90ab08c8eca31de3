import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FocusGroup } from '@/api/generated';
import notesClasses from '../notes/Notes.module.css';
import classes from './Coding.module.css';
import { pieces } from './marking';

/** The notes with what was made of them: each passage marked, and numbered as the list under it is. */
export function CodedNotes({ notes, codes }: Pick<FocusGroup, 'notes' | 'codes'>) {
  const { t } = useTranslation('focus-groups');
  const numberOf = (id: string) => codes.findIndex((code) => code.id === id) + 1;
  return (
    <div className={notesClasses.notes}>
      {pieces(notes, codes).map((piece, at) =>
        piece.codes.length === 0 ? (
          piece.text
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a piece has no name but its place
          <mark key={at} className={classes.coded}>
            {piece.text}
            {piece.codes
              .filter(({ ends }) => ends === piece.ends)
              .map(({ id, impact }) => (
                <Anchor
                  key={id}
                  href={`#${id}`}
                  className={classes.number}
                  aria-label={t('code_number', { number: numberOf(id), title: impact.title })}
                >
                  {numberOf(id)}
                </Anchor>
              ))}
          </mark>
        ),
      )}
    </div>
  );
}
