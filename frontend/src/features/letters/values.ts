import type { Bodies, LetterTemplate, Names, Placeholder } from '@/api/generated';
import { zPlaceholder } from '@/api/generated/zod.gen';

export const placeholders: readonly Placeholder[] = zPlaceholder.options;

export interface LetterValues extends Record<string, unknown> {
  programme_id: string;
  names: Names;
  bodies: Bodies;
}

const blank = { ky: '', ru: '', en: '' };

export const noLetter = (programmeId: string): LetterValues => ({
  programme_id: programmeId,
  names: blank,
  bodies: blank,
});

export const letterValues = ({ programme, names, bodies }: LetterTemplate): LetterValues => ({
  programme_id: programme.id,
  names,
  bodies,
});

/** The text with the placeholder where the writing mark stands, or in place of what is marked. */
export const withPlaceholder = (
  text: string,
  placeholder: Placeholder,
  start = text.length,
  end = start,
) => `${text.slice(0, start)}{${placeholder}}${text.slice(end)}`;

/** A letter put under what was written already. */
export const below = (written: string, letter: string) =>
  written.trim() === '' ? letter : `${written.trimEnd()}\n\n${letter}`;
