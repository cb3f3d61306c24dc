import type { CallDetail, Recording, ScorecardItem, ScorecardView, Transcript, TranscriptView } from '#contracts';
import { Button } from 'antd';
import { createContext, type ReactNode, use, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { GiveUpDialog } from '../../components/dialogs.js';
import { Failed, ServerSaid } from '../../components/failure-note.js';
import { useRoom } from '../../components/use-media.js';
import { useReason, useRetry } from '../../data/calls.js';
import { useGiveUp } from '../../data/processing.js';
import { useFormat } from '../../format/use-format.js';
import type { CallPlayer, PlayerState } from './player/call-player.js';
import { isUnrecorded } from './rules/chosen-leg.rules.js';

/** What a pane says while its content is still on the way, or why it never comes; with the next step where a person has one. */
export function PaneWait({ pane }: { pane: 'transcript' | 'card' }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { call, transcript, unheard } = useCallPage();
  // Once: where the words would be or, when they are there, where the score would. A phone shows one pane at a time.
  const phone = useRoom() === 'phone';
  const acts = phone || pane === (transcript || !call.may.readWords ? 'card' : 'transcript');
  const reason = useReason(call.stage, call.stageReason);
  if (unheard && !isUnrecorded(call))
    return (
      <p className="pane-wait" role="status">
        {t(`${pane}.wait.ofAnotherLeg`)}
      </p>
    );
  const running = call.stage === 'sealed' && call.progress !== null;
  const sentence = running
    ? t(`${pane}.wait.transcribing`, { percent: format.percent(call.progress ?? 0) })
    : t(`${pane}.wait.${call.stage}`);
  const notJudged = pane === 'card' && call.stage === 'scored' && call.stageReason === 'not_judged';
  const hasReason = notJudged || ['needs_attention', 'given_up', 'not_recorded'].includes(call.stage);
  return (
    <div className="pane-wait" role="status">
      {!notJudged && <p>{sentence}</p>}
      {running && (
        <span className="progress">
          <i className="block above-1">
            <i style={{ width: `${(call.progress ?? 0) * 100}%` }} />
          </i>
        </span>
      )}
      {hasReason && (
        <p>
          {call.stage !== 'not_recorded' && !notJudged ? <b>{reason.what}</b> : reason.what}
          <ServerSaid said={call.stageSaid} />
          {reason.next && <small>{reason.next}</small>}
        </p>
      )}
      {call.givenUp && acts && <GivenUp givenUp={call.givenUp} />}
      {acts && <AttentionActions />}
    </div>
  );
}

/** Who closed the processing, when and why. */
function GivenUp({ givenUp: { by, at, reason, note } }: { givenUp: NonNullable<CallDetail['givenUp']> }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <p>
      <b>{t('giveUp.done', { who: format.text(by), at: format.dateTime(at) })}</b>
      <small>{t('giveUp.because', { reason: t(`giveUp.why.${reason}`) })}</small>
      {note && <small>{t('giveUp.said', { note })}</small>}
    </p>
  );
}

/** Another try, or none any more. */
function AttentionActions() {
  const { t } = useTranslation();
  const { call } = useCallPage();
  const retry = useRetry();
  const giveUp = useGiveUp(call.callId);
  const [asking, setAsking] = useState(false);
  if (retry.isSuccess) return <p>{t('call.retried')}</p>;
  return (
    <>
      <Failed of={retry} />
      <p className="flex wraps gap-2">
        {call.may.retry && (
          <Button type="primary" loading={retry.isPending} onClick={() => retry.mutate(call.callId)}>
            {call.stage === 'given_up' ? t('giveUp.again') : t('call.retry')}
          </Button>
        )}
        {call.may.giveUp && <Button onClick={() => setAsking(true)}>{t('giveUp.action')}</Button>}
      </p>
      {asking && <GiveUpDialog title={t('giveUp.title')} send={giveUp.mutateAsync} onClose={() => setAsking(false)} />}
    </>
  );
}

/** What every part of the call page looks at: one call, one time axis, one selected item. */
export interface CallPage {
  /** As this leg had it: its own recordings, and what may be done with them. */
  call: CallDetail;
  /** With the recordings of all legs that are seen. */
  whole: CallDetail;
  leg: number;
  recording: Recording | null;
  transcript: TranscriptView | null;
  turns: Transcript['turns'];
  /** The card on the screen: the one that counts, unless another was opened; the newest where none counts. */
  card: ScorecardView | null;
  /** All cards of the leg. */
  cards: ScorecardView[];
  /** The card that stands for its checklist: what a person completes. */
  shown: ScorecardView | null;
  /** The assignment from whose row in the queue the page was opened: what publishing may complete. */
  drawn: string | null;
  /** It is completed: goes back to the current card, and offers it no more. */
  drawnDone(): void;
  /** Where it was opened from “To judge”: its place in that list (`queue-place.rules.ts`). */
  queue: string | null;
  /** The calibration in which the leg waits for the reader's answers: its results are withheld, and it is not reviewed meanwhile. */
  calibrating: string | null;
  /** The leg has no recording of its own, though another of the call may: there is nothing to hear, to read and to judge. */
  unheard: boolean;
  chooseChecklist(checklistId: string): void;
  /** Opens a card of the leg; null goes back to the current one. */
  chooseCard(scorecardId: string | null): void;
  player: CallPlayer | null;
  /** The dialog that asks for a proof of identity, while it is open. */
  proof: ReactNode;
  durationMs: number;
  selected: ScorecardItem | null;
  /** Selects an item and goes to its words; `play` also sounds them from a second before. */
  select(itemId: string, how?: { play: boolean }): void;
  chooseLeg(leg: number): void;
  follow: boolean;
  setFollow(follow: boolean): void;
}

export const CallPageContext = createContext<CallPage | null>(null);

export function useCallPage(): CallPage {
  const page = use(CallPageContext);
  if (!page) throw new Error('useCallPage needs a call page above it');
  return page;
}

const NOTHING: PlayerState = { phase: 'idle', playing: false, rate: 1, skipHolds: true, play: null, failure: null };
const never = () => () => {};

export function usePlayerState(): PlayerState {
  const { player } = useCallPage();
  return useSyncExternalStore(player?.subscribe ?? never, player?.getState ?? (() => NOTHING));
}

/** Reads something off the clock; draws again only when that changes. */
export function useClock<T extends string | number | boolean | null>(read: (ms: number) => T): T {
  const { player } = useCallPage();
  return useSyncExternalStore(player?.onTick ?? never, () => read(player?.ms ?? 0));
}
