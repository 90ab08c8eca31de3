import type { AgeBand, ConsentForm, Sex, SpokenLanguage } from '@/api/generated';
import { zAgeBand, zConsentForm, zSex, zSpokenLanguage } from '@/api/generated/zod.gen';

export const sexes: readonly Sex[] = zSex.options;
/** Of whom a quote or a name may be kept: no child under 14. */
export const ageBands: readonly AgeBand[] = zAgeBand.options;
export const spokenLanguages: readonly SpokenLanguage[] = zSpokenLanguage.options;
export const consentForms: readonly ConsentForm[] = zConsentForm.options;
