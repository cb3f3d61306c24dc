import type { DestructionList, DestructionRow, HeldBack } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DataTable } from '../../components/data-table.js';
import { WhenRead } from '../../components/admin-page.js';
import { useDestructions } from '../../data/retention.js';
import { useFormat } from '../../format/use-format.js';
import { CallLink } from './call-link.js';
import { RetentionPage } from './retention-page.js';

/** Most rows that the server lists. */
const MOST = 200;
const FIGURES = ['dueSoon', 'ordered', 'started', 'heldBack', 'completed'] as const;

/** What is due and when, what a hold keeps from it and which, and what was destroyed. */
export function DestructionScreen() {
  const list = useDestructions();
  return (
    <RetentionPage>
      <WhenRead of={list}>{(data) => <Destructions list={data} />}</WhenRead>
    </RetentionPage>
  );
}

function Destructions({ list: { counts, heldBack, destructions } }: { list: DestructionList }) {
  const { t } = useTranslation();
  const format = useFormat();
  const isOpen = ({ state }: DestructionRow) => state === 'ordered' || state === 'started';
  const [open, over] = [destructions.filter(isOpen), destructions.filter((one) => !isOpen(one))];
  return (
    <>
      <section className="admin-section">
        <dl className="retention-figures" aria-label={t('retention.destruction.figures')}>
          {FIGURES.map((figure) => (
            <div key={figure}>
              <dt>{t(`retention.destruction.${figure}`)}</dt>
              <dd>{format.number(counts[figure])}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="admin-section">
        <h2>{t('retention.destruction.queue')}</h2>
        {open.length === 0 ? (
          <p className="admin-hint">{t('retention.destruction.queueEmpty')}</p>
        ) : (
          <Rows rows={open} columns={['call', 'why', 'due', 'state']} />
        )}
      </section>
      <section className="admin-section">
        <h2>{t('retention.destruction.held')}</h2>
        <p className="admin-hint">
          {t(heldBack.length === 0 ? 'retention.destruction.heldEmpty' : 'retention.destruction.heldHint')}
        </p>
        {heldBack.length > 0 && <HeldTable rows={heldBack} />}
      </section>
      <section className="admin-section">
        <h2>{t('retention.destruction.done')}</h2>
        {over.length === 0 ? (
          <p className="admin-hint">{t('retention.destruction.doneEmpty')}</p>
        ) : (
          <Rows rows={over} columns={['call', 'why', 'due', 'state', 'proof']} />
        )}
        {destructions.length === MOST && (
          <p className="admin-hint">{t('retention.destruction.most', { count: MOST })}</p>
        )}
      </section>
    </>
  );
}

type Column = 'call' | 'why' | 'due' | 'state' | 'holds' | 'proof';

function useHead() {
  const { t } = useTranslation();
  return (columns: readonly Column[]) => columns.map((column) => t(`retention.destruction.column.${column}`));
}

function Rows({ rows, columns }: { rows: readonly DestructionRow[]; columns: readonly Column[] }) {
  const { t } = useTranslation();
  const head = useHead();
  return (
    <DataTable head={head(columns)}>
      {rows.map((row) => (
        <tr key={row.destructionId}>
          <td>
            <CallLink callId={row.callId} startedAt={row.callStartedAt} />
          </td>
          <td>
            {t(`retention.reason.${row.reason}`)}
            {row.request && <small>{t('retention.destruction.request', { code: row.request })}</small>}
          </td>
          <td>
            <When row={row} />
          </td>
          <td>
            {t(`retention.destruction.state.${row.state}`)}
            {row.waitsFor.length > 0 && (
              <small>{t('retention.destruction.waitsFor', { codes: row.waitsFor.join(t('retention.join')) })}</small>
            )}
          </td>
          {columns.includes('proof') && (
            <td>
              {row.certificate && <Link to={`/retention/certificates/${row.certificate}`}>{row.certificate}</Link>}
            </td>
          )}
        </tr>
      ))}
    </DataTable>
  );
}

function When({ row: { state, dueAt, startedAt, completedAt } }: { row: DestructionRow }) {
  const { t } = useTranslation();
  const { dateTime } = useFormat();
  if (state === 'ordered') return t('retention.destruction.from', { at: dateTime(dueAt) });
  if (state === 'started') return t('retention.destruction.since', { at: dateTime(startedAt ?? dueAt) });
  return t('retention.destruction.at', { at: dateTime(completedAt ?? dueAt) });
}

function HeldTable({ rows }: { rows: readonly HeldBack[] }) {
  const { t } = useTranslation();
  const head = useHead();
  const { dateTime } = useFormat();
  return (
    <DataTable head={head(['call', 'why', 'due', 'holds'])}>
      {rows.map(({ recordingId, callId, callStartedAt, reason, dueAt, holds }) => (
        <tr key={recordingId}>
          <td>
            <CallLink callId={callId} startedAt={callStartedAt} />
          </td>
          <td>{t(`retention.reason.${reason}`)}</td>
          <td>{t('retention.destruction.since', { at: dateTime(dueAt) })}</td>
          <td>{holds.join(t('retention.join'))}</td>
        </tr>
      ))}
    </DataTable>
  );
}
