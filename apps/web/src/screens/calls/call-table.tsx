import type { CallColumn, WrittenFilters } from '#contracts';
import { Button } from 'antd';
import { type CSSProperties, type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { FailureNote } from '../../components/failure-note.js';
import { useRoom } from '../../components/use-media.js';
import type { ListStart } from '../../data/call-list.js';
import { useMe } from '../../data/session.js';
import { toWallClock } from '../../format/wall-time.rules.js';
import { useFormat } from '../../format/use-format.js';
import { CallColumns, columnWidths } from './call-columns.js';
import { entriesOf, type Entry as ListEntry } from './call-entries.rules.js';
import { ChooseAll } from './choose-all.js';
import { CallTableRow } from './call-table-row.js';
import { useListShape } from './list-filters.js';
import { EmptyList, LoadingList } from './list-states.js';
import { type ListedCall, useKeptScroll, useSteadyRows, type Direction, useListedCalls } from './use-listed-calls.js';
import { TickedBar, useTickedActs } from './ticked-bar.js';
import { useRowFocus } from './use-row-focus.js';
import { useRowWindow } from './use-row-window.js';
import { TicksContext, useNewTicks } from './use-ticks.js';

type Entry = ListEntry<ListedCall>;

export function CallTable({ filters, start }: { filters: WrittenFilters; start: ListStart }) {
  const { t } = useTranslation();
  const { sort, columns, days } = useListShape();
  const { timeZone } = useMe();
  const list = useListedCalls(filters, start, sort);
  const [held, hold] = useHeld();
  const acts = useTickedActs();
  const { rows, pending, release } = useSteadyRows(list.listed, held, list.stretch);
  const dayOf = ({ row }: ListedCall) => toWallClock(Date.parse(row.startedAt), timeZone).slice(0, 10);
  const entries = entriesOf(rows, {
    more: list.older.has,
    moreWaiting: list.moreWaiting,
    dayOf: days ? dayOf : null,
  });
  const room = useRoom();
  const { setPane, from, to, above, below } = useRowWindow(entries, room === 'wide' || room === 'medium');
  const kept = useKeptScroll(rows.length > 0);
  const ticks = useNewTicks(rows.map(({ id }) => id));
  const focus = useRowFocus(rows.length > 0);
  const focusPane = focus.pane;
  const drawn = entries.slice(from, to);
  const stop = focus.stopOf(drawn.flatMap((entry) => (entry.kind === 'row' ? [entry.id] : [])));
  const pane = useCallback(
    (element: HTMLDivElement | null) => {
      setPane(element);
      focusPane.current = element;
      return kept(element);
    },
    [kept, setPane, focusPane],
  );
  return (
    <TicksContext value={acts.length > 0 ? ticks : null}>
      <TickedBar>
        <ChooseAll filters={filters} />
      </TickedBar>
      <div
        className="call-table fills flex scrolls-x ruled-above on-surface"
        role="table"
        aria-label={t('calls.title')}
        aria-busy={list.isPending}
      >
        <div
          className={`call-grid column fills shrinks ${columns.length > 7 ? 'extra' : ''}`}
          style={{ '--columns': `${acts.length > 0 ? 'var(--w-tick) ' : ''}${columnWidths(columns)}` } as CSSProperties}
        >
          <CallColumns rows={rows.map(({ id }) => id)} />
          <div
            className="call-rows fills scrolls relative"
            // Where the skip link leads: the next Tab is the first row, past the names of columns.
            id="call-list"
            tabIndex={-1}
            role="rowgroup"
            ref={pane}
            onKeyDown={focus.onKeyDown}
            {...hold}
            onFocus={(event) => {
              hold.onFocus();
              focus.onFocus(event);
            }}
          >
            {pending > 0 && (
              <Beside>
                <Updates pending={pending} onShow={release} />
              </Beside>
            )}
            {list.error && (
              <Beside>
                <FailureNote error={list.error} onRetry={list.readAgain} />
              </Beside>
            )}
            {list.isPending && !list.error && <LoadingList />}
            {!list.isPending && !list.error && rows.length === 0 && (
              <Beside>
                <EmptyList filters={filters} start={start} />
              </Beside>
            )}
            {list.newer.has && (
              <Beside>
                <ReadOn direction={list.newer} word="newer" />
              </Beside>
            )}
            <div style={{ height: above }} aria-hidden />
            {drawn.map((entry) => (
              <TableEntry key={entry.id} entry={entry} columns={columns} stop={entry.id === stop} />
            ))}
            <div style={{ height: below }} aria-hidden />
            {list.older.has && (
              <Beside>
                <ReadOn direction={list.older} word="more" />
              </Beside>
            )}
          </div>
        </div>
      </div>
    </TicksContext>
  );
}

/** What is said between the rows: a table that is read aloud has nothing but rows. */
function Beside({ children }: { children: ReactNode }) {
  return (
    <div className="call-beside" role="row">
      <div role="cell">{children}</div>
    </div>
  );
}

interface EntryProps {
  entry: Entry;
  columns: readonly CallColumn[];
  /** Tab reaches it. */
  stop: boolean;
}

function TableEntry({ entry, columns, stop }: EntryProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (entry.kind === 'row') {
    return (
      <CallTableRow
        call={entry.listed.row}
        columns={columns}
        attention={entry.listed.group === 'attention'}
        stop={stop}
      />
    );
  }
  if (entry.kind === 'day') {
    return (
      <div className="call-group label soft bold ruled-below" role="row">
        <span role="cell">{format.day(entry.at)}</span>
      </div>
    );
  }
  return (
    <div className="call-group label soft bold ruled-below" role="row">
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
