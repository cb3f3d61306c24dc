import type { DestructionList, DestructionRow, HeldBack } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Column, DataTable } from '../../components/data-table.js';
import { WhenRead } from '../../components/admin-page.js';
import { useDestructions } from '../../data/retention.js';
import { useFormat } from '../../format/use-format.js';
import { RetentionPage } from './retention-page.js';
import { Why } from '../../components/why.js';
import { useMay } from '../../data/session.js';

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
        <h2>
          {t('retention.destruction.figures')} <Why of="destructions" name={t('retention.destruction.figures')} />
        </h2>
        <dl className="retention-figures dense flex wraps gap-6" aria-label={t('retention.destruction.figures')}>
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
        <Rows rows={open} empty={t('retention.destruction.queueEmpty')} />
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
        <Rows rows={over} empty={t('retention.destruction.doneEmpty')} proved />
        {destructions.length === MOST && (
          <p className="admin-hint">{t('retention.destruction.most', { count: MOST })}</p>
        )}
      </section>
    </>
  );
}

function Rows({ proved, ...of }: { rows: readonly DestructionRow[]; empty: string; proved?: true }) {
  const { t } = useTranslation();
  const proof: Column<DestructionRow> = {
    name: t('retention.destruction.column.proof'),
    cell: ({ certificate }) => certificate && <Link to={`/retention/certificates/${certificate}`}>{certificate}</Link>,
  };
  return (
    <DataTable
      {...of}
      keyOf={({ destructionId }) => destructionId}
      columns={[
        {
          name: t('retention.destruction.column.call'),
          cell: ({ callId, callStartedAt }) => <CallLink callId={callId} startedAt={callStartedAt} />,
        },
        {
          name: t('retention.destruction.column.why'),
          cell: ({ reason, request }) => (
            <>
              {t(`destroyed.${reason}`)}
              {request && <small>{t('retention.destruction.request', { code: request })}</small>}
            </>
          ),
        },
        { name: t('retention.destruction.column.due'), cell: (row) => <When row={row} /> },
        {
          name: t('retention.destruction.column.state'),
          cell: ({ state, waitsFor }) => (
            <>
              {t(`retention.destruction.state.${state}`)}
              {waitsFor.length > 0 && (
                <small>{t('retention.destruction.waitsFor', { codes: waitsFor.join(t('retention.join')) })}</small>
              )}
            </>
          ),
        },
        ...(proved ? [proof] : []),
      ]}
    />
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
  const { dateTime } = useFormat();
  return (
    <DataTable
      rows={rows}
      keyOf={({ recordingId }) => recordingId}
      columns={[
        {
          name: t('retention.destruction.column.call'),
          cell: ({ callId, callStartedAt }) => <CallLink callId={callId} startedAt={callStartedAt} />,
        },
        { name: t('retention.destruction.column.why'), cell: ({ reason }) => t(`destroyed.${reason}`) },
        {
          name: t('retention.destruction.column.due'),
          cell: ({ dueAt }) => t('retention.destruction.since', { at: dateTime(dueAt) }),
        },
        { name: t('retention.destruction.column.holds'), cell: ({ holds }) => holds.join(t('retention.join')) },
      ]}
    />
  );
}

/** A call by its time, and the way to it for those who may read calls. */
function CallLink({ callId, startedAt }: { callId: string; startedAt: string }) {
  const { t } = useTranslation();
  const at = useFormat().dateTime(startedAt);
  const words = t('retention.destruction.callOf', { at });
  return useMay('calls.read') ? <Link to={`/calls/${callId}`}>{words}</Link> : words;
}
