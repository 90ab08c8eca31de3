import type { AssessedValues, StakeholderEvent } from '@/api/generated';

export interface ComparedEvent extends StakeholderEvent {
  /** What was thought before an assessment; nothing if it is the first, or was not loaded yet. */
  before?: AssessedValues;
}

/** Events, the latest first, each assessment with the one before it. */
export function compared(events: StakeholderEvent[]): ComparedEvent[] {
  let before: AssessedValues | undefined;
  return events
    .toReversed()
    .map((event) => {
      const withBefore = { ...event, before: event.assessment ? before : undefined };
      before = event.assessment ?? before;
      return withBefore;
    })
    .toReversed();
}

export const assessedFields = ['influence', 'interest', 'stance'] as const;

/** The values of an assessment that are not as they were; all of them the first time. */
export const changedValues = ({ assessment, before }: ComparedEvent) =>
  assessedFields.filter((field) => assessment && assessment[field] !== before?.[field]);
