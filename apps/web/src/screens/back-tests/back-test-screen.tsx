import type { BackTest, FiledOutcome, OutcomeMove, Run } from '#contracts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { Back } from '../../components/acts.js';
import { AdminPage, WhenRead } from '../../components/admin-page.js';
import { type Column, DataTable } from '../../components/data-table.js';
import { ScrollPane } from '../../components/scroll-pane.js';
import { useAskRescore, useBackTest } from '../../data/runs.js';
import { useFormat } from '../../format/use-format.js';
import { Flips } from './flips.js';
import { RunRow } from './run-row.js';
import { Button } from 'antd';
import { Failed } from '../../components/failure-note.js';
import { useChecklist } from '../../data/checklists.js';
import { useMay } from '../../data/session.js';
import { canScoreAgain } from './score-again.rules.js';
import { Summary, useAgreementWords } from './summary.js';
import './back-tests.css';

/** What a checklist would change, before it is published: by item, by agent, call by call. */
export function BackTestScreen() {
  const { t } = useTranslation();
  const { runId = '' } = useParams();
  const test = useBackTest(runId);
  return (
    <AdminPage
      title={t(test.data?.run.kind === 'rescore' ? 'rescore.one' : 'backTest.title')}
      needs="scorecards.backtest"
      head={test.data?.run.checklist && <ToTried checklist={test.data.run.checklist} />}
    >
      <WhenRead of={test}>{(data) => <Loaded test={data} />}</WhenRead>
    </AdminPage>
  );
}

/** To what was tried: the draft, or the version. */
function ToTried({ checklist: { id, version } }: { checklist: NonNullable<BackTest['run']['checklist']> }) {
  const { t } = useTranslation();
  return (
    <Back to={`/checklists/${id}?${version === null ? 'draft' : `version=${version}`}`}>
      {t(version === null ? 'backTest.toDraft' : 'backTest.toVersion')}
    </Back>
  );
}

function Loaded({ test }: { test: BackTest }) {
  const { t } = useTranslation();
  return (
    <>
      <section className="admin-section">
        <ul className="runs">
          <RunRow run={test.run} here />
        </ul>
        <Summary test={test} />
        <ScoreAgain run={test.run} />
        <p className="admin-hint">
          {t('backTest.against')} {t('backTest.outcomesOnly')} <Link to="/trust">{t('backTest.trust')}</Link>
        </p>
      </section>
      <section className="admin-section">
        <h2>{t('backTest.byItem')}</h2>
        <Items test={test} />
      </section>
      <section className="admin-section">
        <h2>{t('backTest.byAgent')}</h2>
        <p className="admin-hint">{t('backTest.noRank')}</p>
        <Agents test={test} />
      </section>
      <section className="admin-section">
        <h2>{t('backTest.flipList')}</h2>
        <Flips test={test} />
      </section>
    </>
  );
}

const KINDS: [FiledOutcome, FiledOutcome][] = [
  ['met', 'not_met'],
  ['not_met', 'met'],
];

/** The two flips that move points, and all others together. */
function sums(moves: readonly OutcomeMove[], flips: number): number[] {
  const two = KINDS.map(([from, to]) => moves.find((move) => move.from === from && move.to === to)?.legs ?? 0);
  return [...two, flips - two.reduce((sum, one) => sum + one, 0)];
}

/** How many flipped and how, of how many. Agents are not put in order by it: that would be a ranking. */
function useCounts<T extends { moves: readonly OutcomeMove[]; flips: number }>(ordered: boolean): Column<T>[] {
  const { t } = useTranslation();
  const { number } = useFormat();
  const counts: Record<'metToNot' | 'notToMet' | 'other' | 'looked', (row: T) => number> = {
    metToNot: ({ moves, flips }) => sums(moves, flips)[0] ?? 0,
    notToMet: ({ moves, flips }) => sums(moves, flips)[1] ?? 0,
    other: ({ moves, flips }) => sums(moves, flips)[2] ?? 0,
    looked: ({ moves }) => moves.reduce((sum, { legs }) => sum + legs, 0),
  };
  return (Object.keys(counts) as (keyof typeof counts)[]).map((name) => ({
    name: t(`backTest.${name}`),
    cell: (row) => number(counts[name](row)),
    ...(ordered && { by: counts[name] }),
  }));
}

const past = ({ flips }: { flips: number }) => flips === 0;

function Items({ test: { items } }: { test: BackTest }) {
  const { t } = useTranslation();
  const { text } = useFormat();
  const counts = useCounts<BackTest['items'][number]>(true);
  const item = {
    name: t('backTest.item'),
    cell: (row: BackTest['items'][number]) => <ItemName item={row} />,
    by: (row: BackTest['items'][number]) => text(row.title),
  };
  return (
    <ScrollPane name={t('backTest.item')} className="back-test-scroll">
      <DataTable columns={[item, ...counts]} rows={items} keyOf={({ itemId }) => itemId} past={past} keepsColumns />
    </ScrollPane>
  );
}

function ItemName({ item }: { item: BackTest['items'][number] }) {
  const { text } = useFormat();
  const agreement = useAgreementWords(item.agreement);
  return (
    <>
      <Shows filter={{ item: item.itemId }}>{text(item.title)}</Shows>
      {item.agreement && <small>{agreement}</small>}
    </>
  );
}

/** Narrows the list of flips below to those of one row. */
function Shows({ filter, children }: { filter: Record<string, string>; children: ReactNode }) {
  const [, setSearch] = useSearchParams();
  return (
    <button type="button" className="plain link" onClick={() => setSearch(filter, { replace: true })}>
      {children}
    </button>
  );
}

function Agents({ test: { agents } }: { test: BackTest }) {
  const { t } = useTranslation();
  const { text } = useFormat();
  const counts = useCounts<BackTest['agents'][number]>(false);
  const who = {
    name: t('backTest.agent'),
    cell: ({ agent }: BackTest['agents'][number]) => (
      <>
        <Shows filter={{ agent: agent.personId }}>
          {text(agent.name)} {agent.staffNumber}
        </Shows>
        <small>{text(agent.team.name)}</small>
      </>
    ),
  };
  return (
    <ScrollPane name={t('backTest.agent')} className="back-test-scroll">
      <DataTable
        columns={[who, ...counts]}
        rows={agents}
        keyOf={({ agent }) => agent.personId}
        past={past}
        keepsColumns
      />
    </ScrollPane>
  );
}

/** After a look at what the version in force would flip: has the same calls scored again. */
function ScoreAgain({ run }: { run: Run }) {
  const may = useMay('scorecards.rescore');
  const { checklist } = run;
  if (!may || !canScoreAgain(run) || !checklist?.version) return null;
  return <Offer run={run} checklistId={checklist.id} version={checklist.version} />;
}

function Offer({ run, checklistId, version }: { run: Run; checklistId: string; version: number }) {
  const { t } = useTranslation();
  const go = useNavigate();
  const ask = useAskRescore();
  const judging = useChecklist(checklistId).data?.judging;
  // Cards are made by the version in force, and by no other.
  if (judging !== version) return null;
  const [teamId] = run.teamIds ?? [];
  const send = () =>
    ask.mutate(
      { from: run.from, to: run.to, checklistId, teamId },
      { onSuccess: ({ runId }) => void go(`/back-tests/${runId}`) },
    );
  return (
    <div className="score-again grid gap-2 around-3">
      <p>{t('rescore.what')}</p>
      <Button type="primary" loading={ask.isPending} onClick={send}>
        {t('rescore.ask')}
      </Button>
      <Failed of={ask} />
    </div>
  );
}
