import type { Names, Organisation, OrganisationKind } from '@/api/generated';
import { zOrganisationKind } from '@/api/generated/zod.gen';

export const organisationKinds: readonly OrganisationKind[] = zOrganisationKind.options;

export interface OrganisationValues extends Record<string, unknown> {
  kind: OrganisationKind | null;
  names: Names;
  territory_id: string | null;
}

export const noOrganisation: OrganisationValues = {
  kind: null,
  names: { ky: '', ru: '', en: '' },
  territory_id: null,
};

export const organisationValues = ({
  kind,
  names,
  territory,
}: Organisation): OrganisationValues => ({
  kind,
  names,
  territory_id: territory?.id ?? null,
});
