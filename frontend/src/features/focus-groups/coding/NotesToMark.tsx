import { Textarea } from '@mantine/core';
import { type Ref, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type Marked, markedIn } from './marking';

interface Props {
  notes: string;
  field: Ref<HTMLTextAreaElement>;
  onMark: (marked: Marked | undefined) => void;
}

/**
 * A field whose words can be marked and not changed. It is not `readOnly`: browsers show no caret in such a field, and who
 * marks with the keyboard has to see where the words begin.
 */
export function NotesToMark({ notes, field, onMark }: Props) {
  const { t } = useTranslation('focus-groups');
  const around = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = around.current;
    const refuse = (event: Event) => event.preventDefault();
    element?.addEventListener('beforeinput', refuse);
    return () => element?.removeEventListener('beforeinput', refuse);
  }, []);
  return (
    <div ref={around}>
      <Textarea
        ref={field}
        autosize
        aria-readonly
        inputMode="none"
        spellCheck={false}
        minRows={5}
        maxRows={16}
        label={t('notes_label')}
        description={t('mark_help')}
        value={notes}
        onChange={() => undefined}
        onSelect={({ currentTarget: { selectionStart, selectionEnd } }) =>
          onMark(markedIn(notes, selectionStart, selectionEnd))
        }
      />
    </div>
  );
}
