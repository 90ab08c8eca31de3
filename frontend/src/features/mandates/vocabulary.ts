import type {
  AssemblyForm,
  CountedBand,
  InterestKind,
  MandateEnding,
  Sex,
  SpeaksFor,
} from '@/api/generated';
import {
  zAssemblyForm,
  zCountedBand,
  zInterestKind,
  zMandateEnding,
  zSex,
  zSpeaksFor,
} from '@/api/generated/zod.gen';

export const speaksFor: readonly SpeaksFor[] = zSpeaksFor.options;
export const interestKinds: readonly InterestKind[] = zInterestKind.options;
export const endings: readonly MandateEnding[] = zMandateEnding.options;
export const assemblyForms: readonly AssemblyForm[] = zAssemblyForm.options;
export const sexes: readonly Sex[] = zSex.options;
export const bands: readonly CountedBand[] = zCountedBand.options;
