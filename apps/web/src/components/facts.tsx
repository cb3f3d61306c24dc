import type { ReactNode } from 'react';

/** What a fact is called, and what is said of it; what is no fact here is left out. */
export type Fact = readonly [name: string, said: ReactNode];

/** What is known of one thing, a line each: its name, and what is said of it. */
export function Facts({ of }: { of: readonly (Fact | false | null | undefined | '' | 0)[] }) {
  return (
    <dl className="fact-list">
      {of.map(
        (fact) =>
          fact && (
            <div key={fact[0]}>
              <dt>{fact[0]}</dt>
              <dd>{fact[1]}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
