import type { ReactNode } from 'react';
import './admin.css';

/** What a person may do with what stands above it: in one row, what is meant to be done first. */
export function Acts({ children }: { children: ReactNode }) {
  return <div className="admin-actions">{children}</div>;
}

interface FormBarProps {
  /** What happens next, or what is missing, and what it failed with. */
  notes?: ReactNode;
  children: ReactNode;
}

/** The end of a form as long as a page: it stays in sight, with what sends the form at its right end, as in a dialog. */
export function FormBar({ notes, children }: FormBarProps) {
  return (
    <div className="admin-bar">
      <div className="admin-bar-notes">{notes}</div>
      {children}
    </div>
  );
}
