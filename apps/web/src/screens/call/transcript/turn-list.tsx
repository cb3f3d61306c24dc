import type { CallComment, HoldSpan, Recording, TranscriptView, Turn } from '#contracts';
import { memo, type MouseEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.js';
import { useCallPage, useClock } from '../call-page.js';
import { type TextMark, textMarks } from '../rules/evidence.rules.js';
import type { SensitiveMark } from '../rules/marked-text.rules.js';
import { saidChars, turnAt } from '../rules/axis.rules.js';
import { useLegComments } from '../comments/use-leg-comments.js';
import { EditOutlined } from '@ant-design/icons';
import { part } from '../../../components/opened/part.js';
import { TurnText } from './turn-text.js';
import { usePauseWords } from '../facts/use-pause-words.js';
import { useSpeakerName } from './use-speaker-name.js';
import { speaking } from '../../../locales/i18n.js';

/** A comment beside the words of its second. Its row comes with its words; until then it says what it says. */
const CommentRow = part<{ of: CallComment & { atMs: number } }>(
  () => speaking(import('../comments/remark/row.js')),
  ({ of }) => (
    <li className="comment-row">
      <span />
      <span className="comment-said">{of.text}</span>
    </li>
  ),
);

type Row = { at: number } & (
  | { turn: Turn }
  | { hold: HoldSpan }
  | { pause: Recording['pauses'][number] }
  | { ended: 'agent' | 'customer' | 'system' }
  | { comment: LegComment }
);
type LegComment = ReturnType<typeof useLegComments>[number];

const NO_MARKS: TextMark[] = [];
const NOTHING_SENSITIVE: SensitiveMark[] = [];

/** Turns, holds and the end of the call in the order of the axis. */
export function TurnList({ find, found }: { find: string; found: number | null }) {
  const { t } = useTranslation();
  const { turns, card, selected, player, setFollow, transcript } = useCallPage();
  const rows = useRows();
  const version = transcript?.version ?? 0;
  const marks = useMemo(() => textMarks(card, version), [card, version]);
  const sensitive = useMemo(() => byTurn(transcript?.redaction.spans ?? []), [transcript]);
  const current = useClock((ms) => turnAt(turns, ms));
  const list = useRef<HTMLOListElement>(null);
  useScrolling(list, current, found);

  const goToWord = (event: MouseEvent) => {
    const word = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-ms]') : null;
    if (word && getSelection()?.isCollapsed !== false) player?.seek(Number(word.dataset['ms']));
  };
  return (
    <ol
      className="turns fills scrolls padded-row relative"
      ref={list}
      aria-label={t('transcript.turns')}
      onClick={goToWord}
      onWheel={() => setFollow(false)}
      onTouchMove={() => setFollow(false)}
    >
      {rows.map((row) =>
        'turn' in row ? (
          <TurnRow
            key={row.turn.index}
            turn={row.turn}
            marks={marks.get(row.turn.index) ?? NO_MARKS}
            selected={selected?.itemId ?? null}
            find={find}
            sensitive={sensitive.get(row.turn.index) ?? NOTHING_SENSITIVE}
            current={row.turn.index === current}
          />
        ) : 'comment' in row ? (
          <CommentRow key={row.comment.commentId} of={row.comment} />
        ) : (
          <LineRow key={`line-${row.at}`} row={row} />
        ),
      )}
    </ol>
  );
}

function byTurn(spans: TranscriptView['redaction']['spans']): Map<number, SensitiveMark[]> {
  const turns = new Map<number, SensitiveMark[]>();
  for (const span of spans) turns.set(span.turn, [...(turns.get(span.turn) ?? []), span]);
  return turns;
}

function LineRow({ row }: { row: Exclude<Row, { turn: Turn } | { comment: LegComment }> }) {
  const { t } = useTranslation();
  const { clock, measured } = useFormat();
  const pausedFor = usePauseWords();
  const words =
    'pause' in row
      ? `${pausedFor(row.pause)} · ${clock(row.pause.fromMs)}–${clock(row.pause.toMs)}`
      : 'hold' in row
        ? t('transcript.hold', {
            seconds: measured((row.hold.toMs - row.hold.fromMs) / 1000),
            from: clock(row.hold.fromMs),
            to: clock(row.hold.toMs),
          })
        : `${t(`player.ended.${row.ended}`)}`;
  return (
    <li className="line-row line gap-3 label soft">
      <i />
      {words}
      <i />
    </li>
  );
}

function useRows(): Row[] {
  const { turns, call, leg, recording, durationMs } = useCallPage();
  const comments = useLegComments();
  return useMemo(() => {
    const facts = call.legs[leg];
    const rows: Row[] = [
      ...turns.map((turn) => ({ at: turn.fromMs, turn })),
      ...(facts?.holdSpans ?? []).map((hold) => ({ at: hold.fromMs, hold })),
      ...(recording?.pauses ?? []).map((pause) => ({ at: pause.fromMs, pause })),
      ...comments.map((comment) => ({ at: comment.atMs, comment })),
      ...(facts?.hangupParty ? [{ at: durationMs, ended: facts.hangupParty }] : []),
    ];
    return rows.sort((a, b) => a.at - b.at);
  }, [turns, call, leg, recording, durationMs, comments]);
}

/** Keeps the turn that sounds, or the match that was found, a little below the middle. */
function useScrolling(list: React.RefObject<HTMLOListElement | null>, current: number | null, found: number | null) {
  const { follow } = useCallPage();
  useEffect(() => {
    if (follow && current !== null) bringIntoSight(list.current, current);
  }, [list, follow, current]);
  useEffect(() => {
    if (found !== null) bringIntoSight(list.current, found);
  }, [list, found]);
}

function bringIntoSight(list: HTMLOListElement | null, turn: number): void {
  const row = list?.querySelector<HTMLElement>(`[data-turn="${turn}"]`);
  if (!list || !row) return;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  list.scrollTo({ top: row.offsetTop - list.clientHeight * 0.55, behavior: calm ? 'auto' : 'smooth' });
}

const CorrectTurn = part(() => import('./correct-turn.js'));

interface Props {
  turn: Turn;
  marks: TextMark[];
  selected: string | null;
  find: string;
  sensitive: readonly SensitiveMark[];
  current: boolean;
}

/** One turn; drawn again only while it sounds or when its marks change, not with every move of the clock. */
const TurnRow = memo(function TurnRow({ turn, current, ...text }: Props) {
  const { t } = useTranslation();
  const { clock } = useFormat();
  const { player, call } = useCallPage();
  const nameOf = useSpeakerName();
  const [correcting, setCorrecting] = useState(false);
  const at = clock(turn.fromMs);
  return (
    <li className={`turn ${turn.speaker} ${current ? 'current' : ''}`} data-turn={turn.index}>
      <button
        type="button"
        className="plain turn-time label faint ends"
        aria-label={t('transcript.seekTo', { at })}
        onClick={() => player?.seek(turn.fromMs)}
      >
        {at}
      </button>
      <span className="turn-who label shrinks soft bold breaks">
        {turn.speaker === 'unknown' && turn.label ? nameOf(turn.label) : t(`transcript.speaker.${turn.speaker}`)}
        {turn.language && <span className="turn-language block faint">{t(`calls.spoken.${turn.language}`)}</span>}
      </span>
      <p lang={turn.language ?? call.language ?? undefined}>
        {current ? <SoundingText turn={turn} {...text} /> : <TurnText turn={turn} {...text} said={turn.text.length} />}
        {call.may.correctWords && !text.sensitive.some(({ hidden }) => hidden) && (
          <button
            type="button"
            className="plain turn-correct"
            aria-label={t('words.correctAt', { at })}
            title={t('words.correct')}
            onClick={() => setCorrecting(true)}
          >
            <EditOutlined />
          </button>
        )}
      </p>
      {correcting && <CorrectTurn turn={turn} onClose={() => setCorrecting(false)} />}
    </li>
  );
});

function SoundingText(props: Omit<Props, 'current'>) {
  const said = useClock((ms) => saidChars(props.turn, ms));
  return <TurnText {...props} said={said} />;
}
