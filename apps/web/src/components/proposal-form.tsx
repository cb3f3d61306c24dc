import { Button, Input } from 'antd';
import { useId, type ReactNode } from 'react';
import { useTyped } from '../data/use-typed.js';
import { Acts } from './acts.js';
import { Field } from './admin-page.js';

interface Props {
  label: string;
  hint: string;
  /** On the button. */
  propose: string;
  isPending: boolean;
  /** What has to be done first, where something has. */
  first: string | null;
  isReady: boolean;
  onPropose: (reason: string) => void;
  /** Other ways out, beside the button. */
  children?: ReactNode;
}

const LEAST_REASON = 3;

/** Why a change is proposed, and the button that puts it before a second person. */
export function ProposalForm({ label, hint, propose, isPending, first, isReady, onPropose, children }: Props) {
  const [reason, setReason] = useTyped(`proposal ${label}`, '');
  const id = useId();
  return (
    <div className="above-3 measure">
      <Field label={label} htmlFor={id} hint={hint}>
        <Input.TextArea
          id={id}
          rows={2}
          maxLength={500}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </Field>
      <Acts>
        <Button
          type="primary"
          disabled={!isReady || first !== null || reason.trim().length < LEAST_REASON}
          loading={isPending}
          onClick={() => onPropose(reason)}
        >
          {propose}
        </Button>
        {children}
        {first && <span>{first}</span>}
      </Acts>
    </div>
  );
}
