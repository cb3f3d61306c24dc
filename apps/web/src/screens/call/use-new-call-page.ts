import type { CallDetail, Recording } from '#contracts';
import { useEffect, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useScorecards, useTranscript, wordsOf } from '../../data/calls.js';
import { useStepUp } from '../../components/step-up.js';
import { useMay, useMe } from '../../data/session.js';
import type { CallPage } from './call-page.js';
import { CallPlayer } from './player/call-player.js';
import { chosenCard } from './rules/chosen-card.rules.js';
import { momentOf } from './rules/evidence.rules.js';
import { isHeard, legOf, spokeFor } from './rules/chosen-leg.rules.js';

/** Brings together what the call page looks at. The leg, the second and the item live in the address: it can be sent to a colleague. */
export function useNewCallPage(found: CallDetail): CallPage {
  const [search, setSearch] = useSearchParams();
  const [follow, setFollow] = useState(true);
  const leg = legOf(found, search.get('leg'));
  const call = useMemo(() => ofLeg(found, leg), [found, leg]);
  const legId = call.legs[leg]?.legId;
  const hasWords = call.may.readWords && call.recordings.some(({ transcriptVersion }) => transcriptVersion !== null);
  const transcript = useTranscript(call.callId, legId, wordsOf(call), hasWords).data ?? null;
  const mayScore = useMay('scorecards.read');
  const scored = useScorecards(call.callId, mayScore && call.stage === 'scored').data;
  const judged = scored?.scorecards ?? NONE;
  const cards = useMemo(() => judged.filter((one) => one.legId === legId), [judged, legId]);
  const calibrating = scored?.calibrating.find((one) => one.legId === legId)?.calibrationId ?? null;
  const { card, shown } = chosenCard(cards, search.get('card'), search.get('list'), search.get('item'));
  const recording = call.recordings[0] ?? null;
  const unheard = recording === null && (legId === undefined || !isHeard(found, leg));
  const { player, proof } = usePlayer(call, leg, recording, startMs(search));
  const turns = transcript?.transcript.turns ?? NONE;
  const selected = card?.items.find((item) => item.itemId === search.get('item')) ?? null;
  const [drawn, queue] = [search.get('drawn'), search.get('queue')];

  return useMemo(() => {
    const select: CallPage['select'] = (itemId, how) => {
      const item = card?.items.find((one) => one.itemId === itemId);
      if (!item) return;
      const span = momentOf(item, turns);
      setSearch(
        (was) => {
          const next = new URLSearchParams(was);
          if (call.legs.length > 1) next.set('leg', String(call.legs[leg]?.number));
          if (span) next.set('t', String(Math.floor(span.fromMs / 1000)));
          next.set('item', itemId);
          return next;
        },
        { replace: true },
      );
      if (!span || !player) return;
      if (how?.play && call.may.listen) player.playFrom(span.fromMs);
      else player.seek(span.fromMs - 1000);
    };
    const change = (name: 'card' | 'list', value: string | null) =>
      setSearch(
        (was) => {
          const next = new URLSearchParams(was);
          next.delete('card');
          if (name === 'list') next.delete('drawn');
          if (value !== null) next.set(name, value);
          return next;
        },
        { replace: true },
      );
    const chooseChecklist = (checklistId: string) => change('list', checklistId);
    const chooseCard = (scorecardId: string | null) => change('card', scorecardId);
    const drawnDone = () =>
      setSearch(
        (was) => {
          const next = new URLSearchParams(was);
          next.delete('drawn');
          next.delete('card');
          return next;
        },
        { replace: true },
      );
    const chooseLeg = (to: number) => {
      const number = String(call.legs[to]?.number ?? 1);
      setSearch({ leg: number, ...(queue && { queue }) }, { replace: true });
    };
    const durationMs = recording?.durationMs ?? (unheard ? spokeFor(call.legs[leg]) : call.durationMs) ?? 0;
    const page = {
      call,
      whole: found,
      leg,
      recording,
      transcript,
      turns,
      card,
      cards,
      shown,
      player,
      selected,
      durationMs,
    };
    return {
      ...page,
      calibrating,
      unheard,
      proof,
      drawn,
      drawnDone,
      queue,
      select,
      chooseLeg,
      chooseChecklist,
      chooseCard,
      follow,
      setFollow,
    };
  }, [
    call,
    found,
    leg,
    recording,
    transcript,
    turns,
    card,
    cards,
    shown,
    unheard,
    player,
    proof,
    selected,
    drawn,
    queue,
    follow,
    setSearch,
  ]);
}

const NONE: never[] = [];

/** The call as one of its agents had it: their sound and words, and what may be done with them. */
function ofLeg(call: CallDetail, leg: number): CallDetail {
  const { legId, may = call.may } = call.legs[leg] ?? {};
  return { ...call, may, recordings: call.recordings.filter((one) => one.legId === legId) };
}

function startMs(search: URLSearchParams): number {
  return Math.max(0, (Number(search.get('t')) || 0) * 1000 - 1000);
}

/** One player for each recording, silenced when the page is left; `proof` is the dialog that a legal request's grant may need. */
function usePlayer(call: CallDetail, leg: number, recording: Recording | null, fromMs: number) {
  const me = useMe();
  const { attempt, dialog: proof } = useStepUp();
  const [player, setPlayer] = useState<CallPlayer | null>(null);
  const recordingId = recording?.recordingId;
  const ready = recording !== null && recording.custody === 'sealed';
  const given = call.may.requestGrants.find(({ action }) => action === 'listen');
  // A standing grant comes before: its plays are not counted.
  const grantId = given && given.code === call.may.grantCode ? given.grantId : undefined;
  useEffect(() => {
    if (!ready) return;
    const own = call.legs[leg]?.agent?.personId === me.personId;
    const subject = {
      callId: call.callId,
      recordingId: recording.recordingId,
      durationMs: recording.durationMs,
      holds: call.legs[leg]?.holdSpans ?? [],
      purpose: own ? ('own_call' as const) : ('quality' as const),
      grantId: grantId ?? null,
      attempt,
    };
    const created = new CallPlayer(subject, fromMs);
    setPlayer(created);
    return () => {
      created.dispose();
      setPlayer(null);
    };
    // A recording never changes once sealed; the call around it may be read again without silencing the sound.
  }, [recordingId, ready]);
  useEffect(() => {
    // What was asked for from this page is granted, or used up, while it stays open.
    if (player) player.subject.grantId = grantId ?? null;
  }, [player, grantId]);
  return { player, proof };
}
