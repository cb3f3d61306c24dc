import type { CallColumn, WrittenFilters } from '#contracts';
import { Button } from 'antd';
import { useCallback, useEffect, useRef, useState, type CSSProperties, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { FailureNote } from '../../components/failure-note.js';
import { useRoom } from '../../components/use-media.js';
import type { ListStart } from '../../data/call-list.js';
import { CallColumns, columnWidths } from './call-columns.js';
import { CallTableRow } from './call-table-row.js';
import { useListShape } from './list-filters.js';
import { EmptyList, LoadingList } from './list-states.js';
import { useKeptScroll } from './use-kept-scroll.js';
import { useListedCalls, type Direction } from './use-listed-calls.js';
import { useRowWindow } from './use-row-window.js';
import { useSteadyRows, type ListedCall } from './use-steady-rows.js';

/** Heights as the style sheet gives them where rows have one line. */
const HEIGHT = { group: 33, attention: 46, rest: 42 } as const;

type Entry =
  | { kind: 'group'; id: string; height: number; group: ListedCall['group']; count: number | null; more: boolean }
  | { kind: 'row'; id: string; height: number; listed: ListedCall };

export function CallTable({ filters, start }: { filters: WrittenFilters; start: ListStart }) {
  const { t } = useTranslation();
  const { sort, columns } = useListShape();
  const list = useListedCalls(filters, start, sort);
  const [held, hold] = useHeld();
  const { rows, pending, release } = useSteadyRows(list.listed, held, list.stretch);
  const entries = entriesOf(rows, { more: list.older.has, moreWaiting: list.moreWaiting });
  const room = useRoom();
  const { setPane, from, to, above, below } = useRowWindow(entries, room === 'wide' || room === 'medium');
  const kept = useKeptScroll(rows.length > 0);
  const pane = useCallback(
    (element: HTMLDivElement | null) => {
      setPane(element);
      return kept(element);
    },
    [kept, setPane],
  );
  return (
    <div className="call-table" role="table" aria-label={t('calls.title')} aria-busy={list.isPending}>
      <div
        className={`call-grid ${columns.length > 7 ? 'extra' : ''}`}
        style={{ '--columns': columnWidths(columns) } as CSSProperties}
      >
        <CallColumns />
        <div className="call-rows" role="rowgroup" ref={pane} onKeyDown={moveFocus} {...hold}>
          {pending > 0 && <Updates pending={pending} onShow={release} />}
          {list.error && <FailureNote error={list.error} onRetry={list.readAgain} />}
          {list.isPending && !list.error && <LoadingList />}
          {!list.isPending && !list.error && rows.length === 0 && <EmptyList filters={filters} start={start} />}
          {list.newer.has && <ReadOn direction={list.newer} word="newer" />}
          <div style={{ height: above }} aria-hidden />
          {entries.slice(from, to).map((entry) => (
            <TableEntry key={entry.id} entry={entry} columns={columns} />
          ))}
          <div style={{ height: below }} aria-hidden />
          {list.older.has && <ReadOn direction={list.older} word="more" />}
        </div>
      </div>
    </div>
  );
}

function entriesOf(rows: ListedCall[], { more, moreWaiting }: { more: boolean; moreWaiting: boolean }): Entry[] {
  const waiting = rows.filter(({ group }) => group === 'attention');
  const rest = rows.filter(({ group }) => group === 'rest');
  const row = (listed: ListedCall): Entry => ({ kind: 'row', id: listed.id, height: HEIGHT[listed.group], listed });
  const head = (group: ListedCall['group'], count: number | null): Entry[] => [
    { kind: 'group', id: group, height: HEIGHT.group, group, count, more: group === 'attention' && moreWaiting },
  ];
  if (waiting.length === 0) return rest.map(row);
  return [
    ...head('attention', moreWaiting ? null : waiting.length),
    ...waiting.map(row),
    ...(rest.length > 0 ? head('rest', more ? null : rest.length) : []),
    ...rest.map(row),
  ];
}

function TableEntry({ entry, columns }: { entry: Entry; columns: readonly CallColumn[] }) {
  const { t } = useTranslation();
  if (entry.kind === 'row') {
    return <CallTableRow call={entry.listed.row} columns={columns} attention={entry.listed.group === 'attention'} />;
  }
  return (
    <div className="call-group" role="row">
      <span role="cell">
        {t(`calls.group.${entry.group}`)}
        {entry.count !== null && <small>{t('calls.group.count', { count: entry.count })}</small>}
        {entry.more && <Link to="/calls?stage=needs_attention">{t('calls.group.allWaiting')}</Link>}
      </span>
    </div>
  );
}

function Updates({ pending, onShow }: { pending: number; onShow: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="updates" role="status">
      <Button size="small" type="primary" onClick={onShow}>
        {t('calls.updates', { count: pending })}
        <span className="updates-do">{t('calls.showUpdates')}</span>
      </Button>
    </div>
  );
}

/** Reads on when it comes into sight, or when it is pressed. Towards newer calls only by pressing: a list begins where it was asked to. */
function ReadOn({ direction, word }: { direction: Direction; word: 'more' | 'newer' }) {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  const read = useRef(direction.read);
  const { reading } = direction;
  useEffect(() => {
    read.current = reading ? () => {} : direction.read;
  });
  useEffect(() => {
    if (!place.current || word === 'newer') return;
    const watcher = new IntersectionObserver(([entry]) => entry?.isIntersecting && read.current());
    watcher.observe(place.current);
    return () => watcher.disconnect();
    // Looked at again after each page: while it stays in sight, no event would tell.
  }, [word, reading]);
  return (
    <div className={`read-more ${word}`} ref={place}>
      <Button size="small" onClick={direction.read} loading={reading}>
        {t(reading ? 'calls.readingMore' : `calls.${word}`)}
      </Button>
    </div>
  );
}

/** Whether the mouse or the focus is in the list. A finger's tap leaves no pointer behind, so only the mouse counts. */
function useHeld() {
  const [pointer, setPointer] = useState(false);
  const [focus, setFocus] = useState(false);
  const handlers = {
    onPointerEnter: (e: React.PointerEvent) => e.pointerType === 'mouse' && setPointer(true),
    onPointerLeave: () => setPointer(false),
    onFocus: () => setFocus(true),
    onBlur: (e: React.FocusEvent) => setFocus(e.currentTarget.contains(e.relatedTarget)),
  };
  return [pointer || focus, handlers] as const;
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('.row-link')];
  const here = links.findIndex((link) => link.closest('.call-row')?.contains(document.activeElement));
  const next = links[here + (event.key === 'ArrowDown' ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
