import type { KeyScope } from '@/api/generated';
import { zKeyScope } from '@/api/generated/zod.gen';

export const keyScopes: readonly KeyScope[] = zKeyScope.options;

export interface KeyValues extends Record<string, unknown> {
  name: string;
  organisation_id: string | null;
  programme_id: string | null;
  scopes: KeyScope[];
  expires_at: string | null;
}

export const noKey: KeyValues = {
  name: '',
  organisation_id: null,
  programme_id: null,
  scopes: [],
  expires_at: null,
};

/** The end of a day in Bishkek, which is at six in the evening by UTC. */
export const endOfDay = (day: string | null) => day && `${day}T17:59:59Z`;

export const dayOf = (instant: string | null) => instant?.slice(0, 10) ?? null;
