import type { Account, Language, Role } from '@/api/generated';
import { zRole } from '@/api/generated/zod.gen';

/** A partner is software with a key, not a person with an account. */
export const personRoles: readonly Role[] = zRole.options.filter((role) => role !== 'partner');

export interface AccountValues extends Record<string, unknown> {
  name: string;
  role: Role | null;
  language: Language;
  organisation_id: string | null;
  place_ids: string[];
  programme_ids: string[];
}

const ids = (records: { id: string }[]) => records.map(({ id }) => id);

export const accountValues = (account: Account): AccountValues => ({
  name: account.name,
  role: account.role,
  language: account.language,
  organisation_id: account.organisation.id,
  place_ids: ids(account.places),
  programme_ids: ids(account.programmes),
});
