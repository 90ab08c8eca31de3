import { Button } from '@mantine/core';
import { useRef } from 'react';
import { Icon } from './Icon';

interface Props {
  label: string;
  multiple?: boolean;
  loading?: boolean;
  onFiles: (files: File[]) => void;
}

/** The phone's own chooser, which offers its camera too; the desk has `FileDrop`. */
export function PhotoInput({ label, multiple, loading, onFiles }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div>
      <input
        ref={input}
        hidden
        type="file"
        accept="image/*"
        multiple={multiple}
        aria-label={label}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
      <Button
        variant="default"
        size="lg"
        loading={loading}
        leftSection={<Icon name="camera" />}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
    </div>
  );
}
