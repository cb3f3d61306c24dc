import { Button } from 'antd';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '../../components/failure-note.js';
import type { CallFilters } from '../../data/calls.js';
import { CallTableRow } from './call-table-row.js';
import { EmptyList, LoadingList } from './list-states.js';
import { useListedCalls } from './use-listed-calls.js';
import { useKeptScroll } from './use-kept-scroll.js';
import { useSteadyRows, type ListedCall } from './use-steady-rows.js';

const COLUMNS = ['time', 'agent', 'customer', 'duration', 'outcomes', 'worst', 'points', 'stage'] as const;

export function CallTable({ filters }: { filters: CallFilters }) {
  const { t } = useTranslation();
  const list = useListedCalls(filters);
  const [held, hold] = useHeld();
  const { rows, pending, release } = useSteadyRows(list.listed, held);
  const scroll = useKeptScroll(rows.length > 0);
  const attention = rows.filter((listed) => listed.group === 'attention');
  const rest = rows.filter((listed) => listed.group === 'rest');
  return (
    <div className="call-table" role="table" aria-label={t('calls.title')} aria-busy={list.isPending}>
      <div className="call-columns" role="row">
        {COLUMNS.map((column) => (
          <span key={column} role="columnheader" className={`col-${column}`}>
            {t(`calls.columns.${column}`)}
          </span>
        ))}
      </div>
      <div className="call-rows" role="rowgroup" ref={scroll} onKeyDown={moveFocus} {...hold}>
        {pending > 0 && (
          <div className="updates" role="status">
            <Button size="small" type="primary" onClick={release}>
              {t('calls.updates', { count: pending })}
              <span className="updates-do">{t('calls.showUpdates')}</span>
            </Button>
          </div>
        )}
        {list.error && <FailureNote error={list.error} onRetry={list.readAgain} />}
        {list.isPending && !list.error && <LoadingList />}
        {!list.isPending && !list.error && rows.length === 0 && <EmptyList filters={filters} />}
        <Group name="attention" rows={attention} more={false} />
        <Group name={attention.length > 0 ? 'rest' : null} rows={rest} more={list.hasMore} />
        {list.hasMore && <ReadMore reading={list.readingMore} onRead={list.readMore} />}
      </div>
    </div>
  );
}

function Group({ name, rows, more }: { name: ListedCall['group'] | null; rows: ListedCall[]; more: boolean }) {
  const { t } = useTranslation();
  if (rows.length === 0) return null;
  return (
    <>
      {name && (
        <div className="call-group" role="row">
          <span role="cell">
            {t(`calls.group.${name}`)}
            {!more && <small>{t('calls.group.count', { count: rows.length })}</small>}
          </span>
        </div>
      )}
      {rows.map((listed) => (
        <CallTableRow key={listed.id} call={listed.row} attention={listed.group === 'attention'} />
      ))}
    </>
  );
}

/** Reads on when it comes into sight, or when it is pressed. */
function ReadMore({ reading, onRead }: { reading: boolean; onRead: () => void }) {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  const read = useRef(onRead);
  useEffect(() => {
    read.current = reading ? () => {} : onRead;
  });
  useEffect(() => {
    if (!place.current) return;
    const watcher = new IntersectionObserver(([entry]) => entry?.isIntersecting && read.current());
    watcher.observe(place.current);
    return () => watcher.disconnect();
  }, []);
  return (
    <div className="read-more" ref={place}>
      <Button size="small" onClick={onRead} loading={reading}>
        {t(reading ? 'calls.readingMore' : 'calls.more')}
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
