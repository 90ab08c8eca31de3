import type { Language } from '@/api/generated';
import type { AccountValues } from '@/features/accounts/values';

interface InvitationValues extends AccountValues {
  email: string;
}

export const noInvitation = (language: Language): InvitationValues => ({
  email: '',
  name: '',
  role: null,
  language,
  organisation_id: null,
  place_ids: [],
  programme_ids: [],
});
