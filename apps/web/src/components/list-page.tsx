import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { AdminPage, type PageProps } from './admin-page.js';
import { DataList, type Listing, pagesOf, type RowsProps } from './data-table.js';
import { Select } from './opened/select.js';
import { ViewTabs } from './tabs.js';

/** One of several lists in the same place. */
interface Views<V extends string> {
  /** Its name in the address. */
  at?: string;
  /** What the views are of, for a screen reader. */
  name: string;
  of: readonly V[];
  /** Shown where the address names none; else the first. */
  usual?: V;
  words: (view: V) => string;
}

interface Filter {
  /** Its name in the address. */
  of: string;
  label: string;
  /** The first is the one that leaves everything in. */
  options: readonly { value: string; label: string }[];
}

/** What the address asks of a list. */
export interface Asked<V extends string> {
  view: V;
  filters: Partial<Record<string, string>>;
}

export interface ListProps<T, P, V extends string> extends Omit<RowsProps<T>, 'rows' | 'empty'> {
  views?: Views<V>;
  /** From what was read: which of it can be chosen. */
  filters?: (pages: readonly P[]) => readonly Filter[];
  intro?: ReactNode | ((asked: Asked<V>) => ReactNode);
  /** Beside the tabs, of what was read: how much there is. */
  beside?: (pages: readonly P[]) => ReactNode;
  /** Reads what is asked for; page by page where the route answers so. */
  useList: (asked: Asked<V>) => Listing<P>;
  rowsOf: (page: P, asked: Asked<V>) => readonly T[];
  /** In the place of the first row. `clear` shows everything. */
  empty: (asked: Asked<V>, pages: readonly P[], clear: () => void) => ReactNode;
  /** On the button that reads on. */
  more?: string;
}

/** View and filters of a list as the address has them: a link or a saved place opens the same list. */
export function useListAddress<V extends string>({
  at = 'view',
  of,
  usual = of[0]!,
}: Pick<Views<V>, 'at' | 'of' | 'usual'>) {
  const [search, setSearch] = useSearchParams();
  const view = of.find((one) => one === search.get(at)) ?? usual;
  const choose = (name: string, value: string) => {
    const next = new URLSearchParams(search);
    if (value === '' || (name === at && value === usual)) next.delete(name);
    else next.set(name, value);
    setSearch(next, { replace: true });
  };
  const show = (to: V) => choose(at, to);
  const clear = () => setSearch(of.includes('all' as V) && usual !== 'all' ? { [at]: 'all' } : {}, { replace: true });
  return { view, filters: Object.fromEntries(search) as Partial<Record<string, string>>, choose, show, clear };
}

/** The tabs of a list whose view the address has. One view alone needs none. */
export function AddressTabs<V extends string>(views: Views<V>) {
  const { view, show } = useListAddress(views);
  if (views.of.length === 1) return null;
  return (
    <ViewTabs
      name={views.name}
      value={view}
      onChange={show}
      views={views.of.map((value) => ({ value, label: views.words(value) }))}
    />
  );
}

const NO_VIEWS = { of: [''] } as const;

/** A list in each of its states, narrowed as the address says. */
export function Listed<T, P, V extends string>(props: ListProps<T, P, V> & { tabs?: boolean; scrolls?: boolean }) {
  const { views, filters, intro: said, beside, useList, rowsOf, empty, tabs = true, scrolls, ...table } = props;
  const asked = useListAddress<V>(views ?? (NO_VIEWS as unknown as Views<V>));
  const of = useList(asked);
  const pages = of.data === undefined ? [] : pagesOf(of.data);
  const choices = of.data === undefined ? [] : (filters?.(pages) ?? []);
  const count = of.data !== undefined && beside?.(pages);
  return (
    <>
      {typeof said === 'function' ? said(asked) : said}
      {/* They stay where they are while a view is read, and where it cannot be: they keep the focus, and lead to the others. */}
      {((tabs && views) || choices.length > 0 || count) && (
        <div className="list-narrowing row gap-4 padded">
          {tabs && views && <AddressTabs {...views} />}
          {choices.map(({ of: name, label, options }) => (
            <Select
              key={name}
              aria-label={label}
              value={asked.filters[name] ?? ''}
              onChange={(value: string) => asked.choose(name, value)}
              options={[...options]}
              popupMatchSelectWidth={false}
            />
          ))}
          {count}
        </div>
      )}
      {/* A wide table scrolls alone: tabs and their focus stay whole. */}
      <div className={scrolls ? 'scrolls-x' : undefined}>
        <DataList
          {...table}
          of={of}
          rowsOf={(page) => rowsOf(page, asked)}
          empty={of.data !== undefined && empty(asked, pages, asked.clear)}
        />
      </div>
    </>
  );
}

/** A page that is a list: its views are tabs beside the title. What else is on the page comes below. */
export function ListPage<T, P, V extends string>(
  props: ListProps<T, P, V> & Pick<PageProps, 'title' | 'needs' | 'acts'> & { children?: ReactNode },
) {
  const { title, needs, acts, children, ...list } = props;
  return (
    <AdminPage title={title} needs={needs} acts={acts} head={list.views && <AddressTabs {...list.views} />}>
      <Listed {...list} tabs={false} />
      {children}
    </AdminPage>
  );
}
