import type { KeyboardEvent } from 'react';
import { NavLink } from 'react-router';

interface PartTabsProps {
  /** What the parts are of, for a screen reader. */
  name: string;
  parts: readonly { to: string; label: string }[];
}

/** The parts of a page, each with an address of its own. */
export function PartTabs({ name, parts }: PartTabsProps) {
  return (
    <nav className="tabs flex wraps gap-1" aria-label={name}>
      {parts.map(({ to, label }) => (
        <NavLink key={to} to={to} end={parts.some((other) => other.to.startsWith(`${to}/`))}>
          {label}
        </NavLink>
      ))}
    </nav>
  );
}

interface ViewTabsProps<V extends string> {
  /** What the views are of, for a screen reader. */
  name: string;
  views: readonly { value: V; label: string }[];
  value: V;
  disabled?: boolean;
  onChange: (value: V) => void;
}

/** What of a page is shown: one of several lists or panes in the same place. A value that is chosen for a form is a `Segmented`. */
export function ViewTabs<V extends string>({ name, views, value, disabled = false, onChange }: ViewTabsProps<V>) {
  const go = (event: KeyboardEvent<HTMLElement>) => {
    const at = views.findIndex((view) => view.value === value);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    const next = to === undefined ? undefined : views.at(to % views.length);
    if (!next) return;
    event.preventDefault();
    onChange(next.value);
    event.currentTarget.querySelector<HTMLElement>(`[data-view="${next.value}"]`)?.focus();
  };
  return (
    <div className="tabs flex wraps gap-1" role="tablist" aria-label={name} onKeyDown={go}>
      {views.map((view) => (
        <button
          key={view.value}
          type="button"
          role="tab"
          data-view={view.value}
          className="plain"
          disabled={disabled}
          aria-selected={view.value === value}
          tabIndex={view.value === value ? 0 : -1}
          onClick={() => onChange(view.value)}
        >
          {view.label}
        </button>
      ))}
    </div>
  );
}
