import type { Permission } from '#contracts';
import { cloneElement, isValidElement, type AriaAttributes, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../data/session.js';
import { Failed } from './failure-note.js';
import { ScrollPane } from './scroll-pane.js';
import { Waiting } from './waiting.js';
import './admin.css';

export interface PageProps {
  title: string;
  needs: Permission;
  /** Beside the title: where one came from, tabs, filters. */
  head?: ReactNode;
  /** At the right end of the title's row: what is done here, the most usual last, as in a dialog. */
  acts?: ReactNode;
  children: ReactNode;
}

/** A page for administrators: the title stays, and people who may not use it read why. */
export function AdminPage({ title, needs, head, acts, children }: PageProps) {
  const { t } = useTranslation();
  const may = useMay(needs);
  return (
    <div className="admin column fills">
      <header className="row gap-4 padded">
        <h1>{title}</h1>
        {may && head}
        {may && acts && <div className="row gap-2 pushed">{acts}</div>}
      </header>
      <ScrollPane name={title} className="admin-body" ifEmpty>
        {may ? children : <p className="note">{t('admin.noPermission')}</p>}
      </ScrollPane>
    </div>
  );
}

interface FieldProps {
  label: string;
  /** The control's id. */
  htmlFor: string;
  hint?: string | undefined;
  /** What is wrong with what was typed, in the hint's place. */
  fault?: string | undefined;
  children: ReactNode;
}

interface Reading<T> {
  data: T | undefined;
  error: unknown;
  refetch: () => unknown;
}

/** What was read, or why not, or the shape of what is to come. */
export function WhenRead<T>({ of, children }: { of: Reading<T>; children: (data: T) => ReactNode }) {
  if (of.data !== undefined) return children(of.data);
  if (of.error) return <Failed of={of} />;
  return <Waiting />;
}

/** A labelled control. What is beside it, a hint or what is wrong with it, is read with it. */
export function Field({ label, htmlFor, hint, fault, children }: FieldProps) {
  const noteId = `${htmlFor}-note`;
  const aria = { 'aria-describedby': noteId, ...(fault && { 'aria-invalid': true }) };
  const isTied = (fault ?? hint) !== undefined && isValidElement<AriaAttributes>(children);
  return (
    <div className="admin-field">
      <label htmlFor={htmlFor}>{label}</label>
      {isTied ? cloneElement(children, aria) : children}
      {fault ? (
        <span className="admin-wrong" id={noteId} role="alert">
          {fault}
        </span>
      ) : (
        hint && (
          <span className="admin-hint" id={noteId}>
            {hint}
          </span>
        )
      )}
    </div>
  );
}
