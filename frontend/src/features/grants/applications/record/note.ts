import type { GrantApplicationNote } from '@/api/generated';

/** Spaces are no note. */
export const noteOf = ({ note }: { note: string }): GrantApplicationNote => ({
  note: note.trim() || null,
});
