import type { Names, Site, SiteStage } from '@/api/generated';
import { zSiteStage } from '@/api/generated/zod.gen';

export const siteStages: readonly SiteStage[] = zSiteStage.options;

export interface SiteValues extends Record<string, unknown> {
  names: Names;
  organisation_id: string | null;
  place_id: string | null;
  licence_number: string;
  mineral: string;
  stage: SiteStage | null;
  latitude: number | null;
  longitude: number | null;
}

export const noSite: SiteValues = {
  names: { ky: '', ru: '', en: '' },
  organisation_id: null,
  place_id: null,
  licence_number: '',
  mineral: '',
  stage: null,
  latitude: null,
  longitude: null,
};

export const siteValues = (site: Site): SiteValues => ({
  names: site.names,
  organisation_id: site.organisation.id,
  place_id: site.place.id,
  licence_number: site.licence_number,
  mineral: site.mineral,
  stage: site.stage,
  latitude: site.latitude ?? null,
  longitude: site.longitude ?? null,
});
