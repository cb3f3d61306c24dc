import type { Permission } from '#contracts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../data/session.js';
import { Failed } from './failure-note.js';
import { ScrollPane } from './scroll-pane.js';
import { Waiting } from './waiting.js';
import './admin.css';

interface PageProps {
  title: string;
  needs: Permission;
  /** Beside the title: tabs, filters, buttons. */
  head?: ReactNode;
  children: ReactNode;
}

/** A page for administrators: the title stays, and people who may not use it read why. */
export function AdminPage({ title, needs, head, children }: PageProps) {
  const { t } = useTranslation();
  const may = useMay(needs);
  return (
    <div className="admin">
      <header className="admin-head">
        <h1>{title}</h1>
        {may && head}
      </header>
      <ScrollPane name={title} className="admin-body" ifEmpty>
        {may ? children : <p className="note">{t('admin.noPermission')}</p>}
      </ScrollPane>
    </div>
  );
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

/** A labelled control. `htmlFor` names the control's id. */
export function Field(props: { label: string; htmlFor: string; hint?: string; children: ReactNode }) {
  return (
    <div className="admin-field">
      <label htmlFor={props.htmlFor}>{props.label}</label>
      {props.children}
      {props.hint && <span className="admin-hint">{props.hint}</span>}
    </div>
  );
}
