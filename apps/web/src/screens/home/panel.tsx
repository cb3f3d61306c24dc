import { useId, type ReactNode } from 'react';
import { Link } from 'react-router';
import { WhenRead } from '../../components/admin-page.js';
import type { Figure } from '../../components/opened/guides.js';
import { Why } from '../../components/why.js';

interface PanelProps<T> {
  title: string;
  /** What explains its figures. */
  why?: Figure;
  /** Below the title: what the rows are, in a sentence. */
  note?: ReactNode;
  of: { data: T | undefined; error: unknown; refetch: () => unknown };
  /** Where all of it is. */
  all?: { to: string; words: string };
  children: (data: T) => ReactNode;
}

/** A part of the home screen: its title, what was read for it, and the way to all of it. */
export function Panel<T>({ title, why, note, of, all, children }: PanelProps<T>) {
  const id = useId();
  return (
    <section className="home-panel admin-section dense" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {why && <Why of={why} name={title} />}
        {all && <Link to={all.to}>{all.words}</Link>}
      </header>
      {note && <p className="soft below-2">{note}</p>}
      <WhenRead of={of}>{children}</WhenRead>
    </section>
  );
}

/** Rows, or a sentence where there are none. */
export function Rows<T>({ rows, none, row }: { rows: readonly T[]; none: string; row: (one: T) => ReactNode }) {
  return rows.length === 0 ? (
    <p className="soft below-2">{none}</p>
  ) : (
    <ul className="home-rows lined">{rows.map(row)}</ul>
  );
}
