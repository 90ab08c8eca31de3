import * as z from 'zod/mini';
import type {
  AffectedGroup,
  Category,
  ImpactBasis,
  ImpactDirection,
  ImpactExtent,
  StaffImpact,
} from '@/api/generated';
import { zImpactChange, zNewImpact } from '@/api/generated/zod.gen';

export interface ImpactValues extends Record<string, unknown> {
  programme_id: string;
  title: string;
  description: string;
  category: Category | null;
  direction: ImpactDirection;
  basis: ImpactBasis;
  severity: number | null;
  likelihood: number | null;
  extent: ImpactExtent | null;
  affected: AffectedGroup[];
  place_id: string | null;
  site_id: string | null;
  reported_on: string | null;
}

export interface NewImpactValues extends ImpactValues {
  observed: string;
  observed_on: string | null;
}

export const noImpact = (programme_id: string): NewImpactValues => ({
  programme_id,
  title: '',
  description: '',
  category: null,
  direction: 'negative',
  basis: 'actual',
  severity: null,
  likelihood: null,
  extent: null,
  affected: [],
  place_id: null,
  site_id: null,
  reported_on: null,
  observed: '',
  observed_on: null,
});

export const valuesOf = (impact: StaffImpact): ImpactValues => ({
  programme_id: impact.programme_id,
  title: impact.title,
  description: impact.description,
  category: impact.category,
  direction: impact.direction,
  basis: impact.basis,
  severity: impact.severity,
  likelihood: impact.likelihood,
  extent: impact.extent,
  affected: impact.affected,
  place_id: impact.place.id,
  site_id: impact.site?.id ?? null,
  reported_on: impact.reported_on,
});

/** What was seen is a source; if nobody wrote anything there is none. */
export const newBody = ({ observed, observed_on, ...impact }: NewImpactValues) => ({
  ...impact,
  sources:
    observed.trim() || observed_on
      ? [{ kind: 'observed' as const, observed: observed.trim(), day: observed_on }]
      : [],
});

type NewBody = z.input<typeof zNewImpact>;
type ChangeBody = z.input<typeof zImpactChange>;

/** The API's rules, of the form's own values. */
export const zNewValues = z.pipe(
  z.transform((values) => newBody(values as NewImpactValues) as unknown as NewBody),
  zNewImpact,
);

export const zImpactValues = z.pipe(
  z.transform((values) => ({ ...(values as ImpactValues), sources: [] }) as unknown as NewBody),
  zNewImpact,
);

export const zChange = z.pipe(
  z.transform((values) => values as ChangeBody),
  zImpactChange,
);
