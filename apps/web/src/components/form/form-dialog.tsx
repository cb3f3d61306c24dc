import type { z } from 'zod';
import type { SendDialogProps } from '../send-dialog.js';
import { ActionDialog } from '../action-dialog.js';
import type { Typed } from './schema.rules.js';
import { type FormProps, useForm } from './use-form.js';

export interface FormDialogProps<S extends z.ZodObject>
  extends FormProps<S>, Omit<SendDialogProps, 'send' | 'children' | 'disabled' | 'ready'> {
  /** Something else is missing. */
  disabled?: boolean | ((typed: Typed<S>) => boolean);
  send: (body: z.output<S>) => Promise<unknown>;
}

/** The one dialog that asks for something: a route's own body and a table of fields give the form, its errors and what is sent. */
export function FormDialog<S extends z.ZodObject>(props: FormDialogProps<S>) {
  const { body, fields, start, beside, name, disabled = false, send, ...dialog } = props;
  const form = useForm<S>({ body, fields, start, beside, name });
  const isOff = typeof disabled === 'function' ? disabled(form.typed) : disabled;
  return (
    <ActionDialog {...dialog} disabled={isOff || form.isMissing} ready={form.ready} send={() => send(form.body())}>
      {form.draw}
    </ActionDialog>
  );
}
