import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Icon } from '@/ui/Icon';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { saveAs } from '@/ui/saveAs';

interface Props {
  label: string;
  /** With the token instead of by address, so that no link to the meeting exists. */
  fetch: () => Promise<Blob>;
}

/** Saves a meeting as a file that calendars open. */
export function ToCalendar({ label, fetch }: Props) {
  const save = useMutation({ mutationFn: async () => saveAs(await fetch(), 'maslahat.ics') });
  return (
    <div data-no-print>
      <Button
        variant="default"
        leftSection={<Icon name="calendar" />}
        loading={save.isPending}
        onClick={() => save.mutate()}
      >
        {label}
      </Button>
      <ProblemAlert error={save.error} />
    </div>
  );
}
