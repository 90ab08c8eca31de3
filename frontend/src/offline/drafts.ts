import { offline } from './database';

export async function loadDraft<Draft>(name: string): Promise<Draft | undefined> {
  return (await (await offline()).get('drafts', name)) as Draft | undefined;
}

export async function saveDraft(name: string, draft: unknown): Promise<void> {
  await (await offline()).put('drafts', draft, name);
}

export async function deleteDraft(name: string): Promise<void> {
  await (await offline()).delete('drafts', name);
}
