import type { AgeBand, ConsentForm, Sex, SpokenLanguage, StakeholderKind } from '@/api/generated';
import {
  zAgeBand,
  zConsentForm,
  zSex,
  zSpokenLanguage,
  zStakeholderKind,
} from '@/api/generated/zod.gen';

export const kinds: readonly StakeholderKind[] = zStakeholderKind.options;
export const sexes: readonly Sex[] = zSex.options;
export const ageBands: readonly AgeBand[] = zAgeBand.options;
export const spokenLanguages: readonly SpokenLanguage[] = zSpokenLanguage.options;
export const consentForms: readonly ConsentForm[] = zConsentForm.options;
/** Influence and interest, from little to much. */
export const degrees = [1, 2, 3, 4, 5] as const;
/** From strongly against the company's work to strongly for it. */
export const stances = [-2, -1, 0, 1, 2] as const;

export type Stance = (typeof stances)[number];

/** A stance as the catalogues name it: keys can't begin with a minus. */
export const stanceKey = (stance: number) =>
  (['strongly_against', 'against', 'between', 'for', 'strongly_for'] as const)[
    Math.min(Math.max(stance, -2), 2) + 2
  ] ?? 'between';
