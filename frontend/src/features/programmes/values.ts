import type { Names, NewFocusArea, Objectives, Programme, ProgrammeStatus } from '@/api/generated';
import { zProgrammeStatus } from '@/api/generated/zod.gen';

export const programmeStatuses: readonly ProgrammeStatus[] = zProgrammeStatus.options;

const noNames: Names = { ky: '', ru: '', en: '' };

export interface ProgrammeValues extends Record<string, unknown> {
  names: Names;
  objectives: Objectives;
  starts_on: string | null;
  ends_on: string | null;
  status: ProgrammeStatus | null;
  focus_areas: NewFocusArea[];
}

export const noFocusArea: NewFocusArea = { names: noNames, place_ids: [] };

export const noProgramme: ProgrammeValues = {
  names: noNames,
  objectives: noNames,
  starts_on: null,
  ends_on: null,
  status: 'planned',
  focus_areas: [noFocusArea],
};

export const programmeValues = (programme: Programme): ProgrammeValues => ({
  names: programme.names,
  objectives: programme.objectives,
  starts_on: programme.starts_on,
  ends_on: programme.ends_on,
  status: programme.status,
  focus_areas: programme.focus_areas.map(({ names, place_ids }) => ({ names, place_ids })),
});
