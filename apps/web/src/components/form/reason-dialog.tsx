import type { ReactNode } from 'react';
import { z } from 'zod';
import { FormDialog, type FormDialogProps } from './form-dialog.js';

interface Props extends Pick<FormDialogProps<z.ZodObject>, 'title' | 'okText' | 'danger' | 'width' | 'onClose'> {
  /** What follows from it, above the reason. */
  intro?: ReactNode;
  label: string;
  hint: string;
  /** Something else is missing. */
  disabled?: boolean;
  /** Room for words: fewest and most characters, and lines to begin with. */
  minLength?: number;
  maxLength?: number;
  rows?: number;
  send: (reason: string) => Promise<unknown>;
}

/** Takes the reason that an action needs. */
export function ReasonDialog({ intro, label, hint, minLength = 3, maxLength = 500, rows = 3, send, ...dialog }: Props) {
  return (
    <FormDialog
      {...dialog}
      name={`reason ${label} ${dialog.title}`}
      body={z.object({ reason: z.string().trim().min(minLength).max(maxLength) })}
      fields={[intro, { of: 'reason', as: 'lines', label, hint, rows, first: true }]}
      send={({ reason }) => send(reason)}
    />
  );
}
