import { Input } from 'antd';
import { useId, type ReactNode } from 'react';
import { useTyped } from '../data/use-typed.js';
import { ActionDialog } from './action-dialog.js';
import { Field } from './admin-page.js';

interface Props {
  title: string;
  /** What follows from it, above the reason. */
  intro?: ReactNode;
  label: string;
  hint: string;
  okText: string;
  danger?: boolean;
  width?: number;
  /** Something else is missing. */
  disabled?: boolean;
  /** Room for words: fewest and most characters, and lines to begin with. */
  minLength?: number;
  maxLength?: number;
  rows?: number;
  send: (reason: string) => Promise<unknown>;
  onClose: () => void;
}

/** Takes the reason that an action needs. */
export function ReasonDialog({ intro, label, hint, minLength = 3, maxLength = 500, rows = 3, send, ...dialog }: Props) {
  const [reason, setReason] = useTyped(`reason ${label} ${dialog.title}`, '');
  const id = useId();
  const short = reason.trim().length < minLength;
  return (
    <ActionDialog {...dialog} disabled={short || dialog.disabled === true} send={() => send(reason.trim())}>
      {intro}
      <Field label={label} htmlFor={id} hint={hint}>
        <Input.TextArea
          id={id}
          autoFocus
          rows={rows}
          maxLength={maxLength}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </Field>
    </ActionDialog>
  );
}
