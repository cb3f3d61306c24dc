import { useTranslation } from 'react-i18next';
import { useCoachingFigures } from '../../data/coaching.js';
import { useCalibrations } from '../../data/calibrations.js';
import { useBestCalls } from '../../data/best-calls.js';
import { useChecklists } from '../../data/checklists.js';
import { useCommitmentFigures } from '../../data/commitments.js';
import { useDisputes } from '../../data/disputes.js';
import { useWaiting, useDrawnQueue } from '../../data/reviews.js';
import { useLegalRequests, useToDecide, useToReview } from '../../data/legal.js';
import { useProposals, useSuspensions } from '../../data/people.js';
import { useProcessingBoard } from '../../data/processing.js';
import { Link } from 'react-router';
import { useFormat } from '../../format/use-format.js';

export function Promises() {
  const { t } = useTranslation();
  const { data } = useCommitmentFigures(true);
  // As many as the list begins with.
  const count = data ? data.overdue + data.dueToday + data.withoutTime : null;
  const late = data && data.overdue > 0 && t('home.waiting.overdue', { count: data.overdue });
  return <Line to="/promises" words={t('home.waiting.promises')} count={count} late={late || false} />;
}

/** Promises that colleagues ask this person to take over; most days there is none, and the line is left out. */
export function Offered() {
  const { t } = useTranslation();
  const count = useCommitmentFigures(true).data?.waitingForMe ?? 0;
  return count > 0 && <Line to="/promises?view=waiting" words={t('home.waiting.offered')} count={count} />;
}

/** Promises that their owners say are none, for this person to settle; most days there is none, and the line is left out. */
export function Questioned() {
  const { t } = useTranslation();
  const count = useCommitmentFigures(true).data?.questionedForMe ?? 0;
  return count > 0 && <Line to="/promises?view=questioned" words={t('home.waiting.questioned')} count={count} />;
}

/** Those that this person may act on; a list of a hundred is read, and more are said to be more. */
export function Disputes({ show }: { show: 'waiting' | 'mine' }) {
  const { t } = useTranslation();
  const { data } = useDisputes(show);
  const pages = data?.pages ?? [];
  const mine = pages.flatMap(({ items }) =>
    items.filter(({ may, state }) =>
      show === 'waiting'
        ? may.includes('decide') || may.includes('close')
        : ['open', 'answered', 'asleep'].includes(state),
    ),
  );
  const over = mine.filter(({ dueAt, state }) => state === 'open' && dueAt !== null && Date.parse(dueAt) < Date.now());
  return (
    <Line
      to={show === 'waiting' ? '/disputes' : '/disputes?show=mine'}
      words={t(`home.waiting.disputes.${show}`)}
      count={data ? mine.length : null}
      more={pages.at(-1)?.nextCursor != null}
      late={over.length > 0 && t('home.waiting.overdue', { count: over.length })}
    />
  );
}

/** Coaching that was shared with this person, and what the agents whom they coach said to theirs. */
export function Coaching({ of }: { of: 'toDo' | 'answered' }) {
  const { t } = useTranslation();
  const { data } = useCoachingFigures();
  const due = of === 'answered' ? (data?.followUps ?? 0) : 0;
  return (
    <Line
      to="/coaching?show=todo"
      words={t(`coaching.waiting.${of}`)}
      count={data?.[of] ?? null}
      late={due > 0 && t('coaching.waiting.followUps', { count: due })}
    />
  );
}

/** Drafts that are still to be shared; where there is none, the line is left out. */
export function CoachingDrafts() {
  const { t } = useTranslation();
  const count = useCoachingFigures().data?.drafts ?? 0;
  return count > 0 && <Line to="/coaching?show=todo" words={t('coaching.waiting.drafts')} count={count} />;
}

/** Best calls that wait for this person's agreement, or for them as the second person; where there is none, the line is left out. */
export function BestCalls() {
  const { t } = useTranslation();
  const items = useBestCalls('waiting').data?.pages.flatMap((page) => page.items) ?? [];
  const count = items.filter(({ may }) => may.includes('agree') || may.includes('publish')).length;
  return count > 0 && <Line to="/best-calls?show=waiting" words={t('coaching.waiting.bestCalls')} count={count} />;
}

/** Reviews of drawn calls that this person has, or was given by a colleague. */
export function Drawn() {
  const { t } = useTranslation();
  const first = useDrawnQueue('mine').data?.pages[0];
  return (
    <Line
      to="/review"
      words={t('home.waiting.drawn')}
      count={first?.total ?? null}
      late={!!first?.overdue && t('home.waiting.overdue', { count: first.overdue })}
    />
  );
}

export function ToJudge() {
  const { t } = useTranslation();
  const { data } = useWaiting({ show: 'all' });
  return <Line to="/review" words={t('home.waiting.judge')} count={data?.pages[0]?.total ?? null} />;
}

/** Those that wait for this person's answers; most days there is none, and the line is left out. */
export function Calibrations() {
  const { t } = useTranslation();
  const pages = useCalibrations('mine').data?.pages ?? [];
  const mine = pages.flatMap(({ items }) => items);
  const over = mine.filter(({ dueAt }) => Date.parse(dueAt) < Date.now());
  const [only] = mine.length === 1 ? mine : [];
  if (mine.length === 0) return null;
  return (
    <Line
      to={only ? `/calibrations/${only.calibrationId}` : '/calibrations'}
      words={t('home.waiting.calibrations')}
      count={mine.length}
      more={pages.at(-1)?.nextCursor != null}
      late={over.length > 0 && t('home.waiting.overdue', { count: over.length })}
    />
  );
}

export function Requests() {
  const { t } = useTranslation();
  const [decide, review] = [useToDecide(true), useToReview(true)];
  return <Line to="/legal/requests" words={t('home.waiting.requests')} count={decide + review.length} />;
}

/** Requests of this person that are on their way, and those that ask something back. */
export function OwnRequests() {
  const { t } = useTranslation();
  const { data } = useLegalRequests('mine');
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  const of = (...states: string[]) => items.filter(({ state }) => states.includes(state)).length;
  const asked = of('asked_back');
  return (
    <Line
      to="/legal/requests?view=mine"
      words={t('home.waiting.asked')}
      count={data ? of('draft', 'submitted', 'asked_back') : null}
      late={asked > 0 && t('home.waiting.askedBack', { count: asked })}
    />
  );
}

export function Drafts() {
  const { t } = useTranslation();
  const { data } = useChecklists(true);
  const drafts = data?.checklists.filter((one) => one.draft !== null);
  const [only] = drafts?.length === 1 ? drafts : [];
  const to = only ? `/checklists/${only.checklistId}` : '/checklists';
  return <Line to={to} words={t('home.waiting.drafts')} count={drafts?.length ?? null} />;
}

/** Drafts that their authors asked another person to publish, and that this person did not write in. */
export function Publications() {
  const { t } = useTranslation();
  const { data } = useChecklists(true);
  const waiting = data?.checklists.filter(({ draft }) => draft?.asked && !draft.isAuthor) ?? [];
  const [only] = waiting.length === 1 ? waiting : [];
  const to = only ? `/checklists/${only.checklistId}?draft=1` : '/checklists';
  return waiting.length > 0 && <Line to={to} words={t('home.waiting.publications')} count={waiting.length} />;
}

export function Roles() {
  const { t } = useTranslation();
  const { data } = useProposals('waiting');
  const [first] = data?.pages ?? [];
  return (
    <Line
      to="/role-proposals"
      words={t('home.waiting.roles')}
      count={first?.items.length ?? null}
      more={first?.nextCursor != null}
    />
  );
}

/** Colleagues who opened their account, for this person to confirm that it is them; most days there is none, and the line is left out. */
export function Confirmations() {
  const { t } = useTranslation();
  const count = useSuspensions().data?.items.filter(({ mayConfirm }) => mayConfirm).length ?? 0;
  return count > 0 && <Line to="/role-proposals" words={t('home.waiting.confirmations')} count={count} />;
}

export function Attention() {
  const { t } = useTranslation();
  const { data } = useProcessingBoard(true);
  const count = data?.attention.reduce((sum, { calls }) => sum + calls, 0);
  return <Line to="/processing" words={t('home.waiting.attention')} count={count ?? null} />;
}

interface LineProps {
  to: string;
  words: string;
  /** null while it is read, or could not be. */
  count: number | null;
  /** There are more than were counted. */
  more?: boolean;
  /** What of it is late. */
  late?: string | false;
}

/** One kind of work: how much of it waits, and the way to it. */
export function Line({ to, words, count, more, late }: LineProps) {
  const format = useFormat();
  return (
    <li className={count === 0 ? 'quiet' : ''}>
      <Link to={to}>
        <b>{count === null ? '–' : `${format.number(count)}${more ? '+' : ''}`}</b>
        <span>{words}</span>
        {late && <small>{late}</small>}
      </Link>
    </li>
  );
}
