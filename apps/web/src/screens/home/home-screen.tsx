import { useTranslation } from 'react-i18next';
import { useMay } from '../../data/session.js';
import { part, parts } from '../../components/opened/part.js';
import { speaking } from '../../locales/i18n.js';
import { useId } from 'react';
import {
  Attention,
  BestCalls,
  Calibrations,
  Coaching,
  CoachingDrafts,
  Confirmations,
  Disputes,
  Drafts,
  Drawn,
  Offered,
  OwnRequests,
  Promises,
  Publications,
  Questioned,
  Requests,
  Roles,
  ToJudge,
} from './waiting-lines.js';
import { Why } from '../../components/why.js';
import './home.css';

interface OwnProps {
  own: boolean;
}

// Each is asked for by people of one kind: no person loads them all.
const StandInPanel = part(() => import('./stand-in-panel.js'));
const { ListenersPanel, OverturnedPanel, ProgressPanel, ToReadPanel, UnreviewedPanel } = parts(
  () => import('./review-panels.js'),
);
const MomentsPanel = part<OwnProps>(() => import('./moments-panel.js'));
const PromisesPanel = part<OwnProps>(() => import('./promises-panel.js'));
// Loads the table of events.
const ChainPanel = part(() => import('./chain-panel.js'));
const NewsPanel = part(() => import('./news-panel.js'));
const { SetUpPanel } = parts(() => import('./house-panels.js'));
const { InstallationPanel } = parts(() => speaking(import('./house-panels.js')));

/** What a person begins the day with: what waits for them, what cost points, what is due, and what they were told. */
export function HomeScreen() {
  const { t } = useTranslation();
  const [scores, judges, files] = [useMay('scorecards.read'), useMay('scorecards.judge'), useMay('disputes.file')];
  const [promises, runs, audits] = [useMay('commitments.answer'), useMay('processing.read'), useMay('journal.read')];
  const progress = useMay('sampling.progress') && judges;
  // A person may take calls and lead a team as well; then the team's come first.
  const own = files && !judges;
  return (
    <div className="admin column fills">
      <header className="row gap-4 padded">
        <h1>{t('home.title')}</h1>
      </header>
      <div className="admin-body home">
        <div className="home-main">
          {runs && <SetUpPanel />}
          <StandInPanel />
          <WaitingPanel />
          {own && <ToReadPanel />}
          {scores && <MomentsPanel own={own} />}
          {promises && <PromisesPanel own={own} />}
          {runs && <InstallationPanel />}
          {audits && <ChainPanel />}
        </div>
        <div className="home-side">
          {judges && <UnreviewedPanel />}
          {progress && <ProgressPanel />}
          {judges && <OverturnedPanel />}
          {files && <ListenersPanel />}
          <NewsPanel />
        </div>
      </div>
    </div>
  );
}

const OpenGrantsLine = part(() => import('./open-grants-line.js'));
const { ProposedLines } = parts(() => import('./proposed-lines.js'));

/** What waits for this person, each line one click from doing it. Lines that a person has no part in are absent. */
function WaitingPanel() {
  const { t } = useTranslation();
  const id = useId();
  const may = {
    promises: useMay('commitments.answer'),
    decides: useMay('disputes.decide'),
    files: useMay('disputes.file'),
    coached: useMay('coaching.answer'),
    coaches: useMay('coaching.lead'),
    hears: useMay('best_calls.read'),
    judges: useMay('scorecards.judge'),
    legal: useMay('legal.decide'),
    asks: useMay('legal.request'),
    audits: useMay('journal.read'),
    edits: useMay('checklists.edit'),
    publishes: useMay('checklists.publish'),
    roles: useMay('roles.approve'),
    company: useMay('company.manage'),
    keeps: useMay('retention.manage'),
    hides: useMay('redaction.manage'),
    corrects: useMay('calls.correct'),
    processing: useMay('processing.read'),
  };
  const lines = [
    may.promises && <Promises key="promises" />,
    may.promises && <Offered key="offered" />,
    may.promises && <Questioned key="questioned" />,
    may.decides && <Disputes key="disputes" show="waiting" />,
    may.files && <Disputes key="mine" show="mine" />,
    may.coached && <Coaching key="coached" of="toDo" />,
    may.coaches && <Coaching key="coaches" of="answered" />,
    may.coaches && <CoachingDrafts key="coaching-drafts" />,
    may.hears && <BestCalls key="best-calls" />,
    may.judges && <Drawn key="drawn" />,
    may.judges && <ToJudge key="judge" />,
    may.judges && <Calibrations key="calibrations" />,
    may.legal && <Requests key="legal" />,
    may.asks && <OwnRequests key="asked" />,
    may.audits && <OpenGrantsLine key="grants" />,
    may.edits && <Drafts key="drafts" />,
    may.publishes && <Publications key="publications" />,
    may.roles && <Roles key="roles" />,
    may.roles && <Confirmations key="confirmations" />,
    (may.company || may.keeps || may.hides || may.corrects) && <ProposedLines key="proposed" />,
    may.processing && <Attention key="attention" />,
  ].filter(Boolean);
  if (lines.length === 0) return null;
  return (
    <section className="home-panel admin-section dense" aria-labelledby={id}>
      <header>
        <h2 id={id}>{t('home.waiting.title')}</h2>
        <Why of="waiting" name={t('home.waiting.title')} />
      </header>
      <ul className="home-counts grid gap-2">{lines}</ul>
    </section>
  );
}
