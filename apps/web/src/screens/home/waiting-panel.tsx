import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../data/session.js';
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
import { part, parts } from '../../components/opened/part.js';
import { Why } from '../../components/why.js';

const OpenGrantsLine = part(() => import('./open-grants-line.js'));
const { ProposedLines } = parts(() => import('./proposed-lines.js'));

/** What waits for this person, each line one click from doing it. Lines that a person has no part in are absent. */
export function WaitingPanel() {
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
    <section className="home-panel home-waiting" aria-labelledby={id}>
      <header>
        <h2 id={id}>{t('home.waiting.title')}</h2>
        <Why of="waiting" name={t('home.waiting.title')} />
      </header>
      <ul className="home-counts">{lines}</ul>
    </section>
  );
}
