import type { BackTest, FiledOutcome, OutcomeMove } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { AdminPage, WhenRead } from '../../components/admin-page.js';
import { useBackTest } from '../../data/runs.js';
import { useFormat } from '../../format/use-format.js';
import { Flips } from './flips.js';
import { RunRow } from './run-row.js';
import { Summary, useAgreementWords } from './summary.js';
import './back-tests.css';

/** What a checklist would change, before it is published: by item, by agent, call by call. */
export function BackTestScreen() {
  const { t } = useTranslation();
  const { runId = '' } = useParams();
  const test = useBackTest(runId);
  return (
    <AdminPage title={t('backTest.title')} needs="scorecards.backtest">
      <WhenRead of={test}>{(data) => <Loaded test={data} />}</WhenRead>
    </AdminPage>
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
        <p className="admin-hint">{t('backTest.against')}</p>
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

function Heads({ first }: { first: string }) {
  const { t } = useTranslation();
  return (
    <thead>
      <tr>
        <th>{first}</th>
        <th>{t('backTest.metToNot')}</th>
        <th>{t('backTest.notToMet')}</th>
        <th>{t('backTest.other')}</th>
        <th>{t('backTest.looked')}</th>
      </tr>
    </thead>
  );
}

function Cells({ moves, flips }: { moves: readonly OutcomeMove[]; flips: number }) {
  const { number } = useFormat();
  const all = moves.reduce((sum, { legs }) => sum + legs, 0);
  return [...sums(moves, flips), all].map((value, index) => <td key={index}>{number(value)}</td>);
}

function Items({ test: { items } }: { test: BackTest }) {
  const { t } = useTranslation();
  return (
    <div className="back-test-scroll">
      <table className="admin-table">
        <Heads first={t('backTest.item')} />
        <tbody>
          {items.map((item) => (
            <ItemRow key={item.itemId} item={item} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ItemRow({ item }: { item: BackTest['items'][number] }) {
  const { text } = useFormat();
  const [, setSearch] = useSearchParams();
  const agreement = useAgreementWords(item.agreement);
  return (
    <tr className={item.flips === 0 ? 'quiet' : undefined}>
      <td>
        <button
          type="button"
          className="plain link"
          onClick={() => setSearch({ item: item.itemId }, { replace: true })}
        >
          {text(item.title)}
        </button>
        {item.agreement && <small>{agreement}</small>}
      </td>
      <Cells moves={item.moves} flips={item.flips} />
    </tr>
  );
}

function Agents({ test: { agents } }: { test: BackTest }) {
  const { t } = useTranslation();
  const { text } = useFormat();
  const [, setSearch] = useSearchParams();
  return (
    <div className="back-test-scroll">
      <table className="admin-table">
        <Heads first={t('backTest.agent')} />
        <tbody>
          {agents.map(({ agent, moves, flips }) => (
            <tr key={agent.personId} className={flips === 0 ? 'quiet' : undefined}>
              <td>
                <button
                  type="button"
                  className="plain link"
                  onClick={() => setSearch({ agent: agent.personId }, { replace: true })}
                >
                  {text(agent.name)} {agent.staffNumber}
                </button>
                <small>{text(agent.team.name)}</small>
              </td>
              <Cells moves={moves} flips={flips} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
