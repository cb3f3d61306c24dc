import type { CallMeasures, Outcome, Span, TranscriptView } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Button, Popconfirm } from 'antd';
import { Link } from 'react-router';
import { OutcomeGlyph } from '../../../components/marks.js';
import { useFormat } from '../../../format/use-format.js';
import { useCallPage } from '../call-page.js';
import { useLineEvents } from './use-line-events.js';
import { Why } from '../../../components/why.js';
import { Waiting } from '../../../components/waiting.js';
import { Failed } from '../../../components/failure-note.js';
import { useMeasures } from '../../../data/calls.js';
import { useAnswerCode } from '../../../data/words.js';
import { useMay } from '../../../data/session.js';
import { SidesTable, SpanLinks } from './sides-table.js';

/** What the phone system said, in the order in which it happened; what it did not say is said too. */
export function TelephonyFacts() {
  const { t } = useTranslation();
  const events = useLineEvents();
  const { player } = useCallPage();
  const { clock, time } = useFormat();
  return (
    <section>
      <h2>
        {t('facts.title')} <Why of="ringing" name={t('facts.title')} />
      </h2>
      <LegBar />
      <ol className="line-events">
        {events.map((event, index) => (
          <li key={`${event.at ?? event.audioMs} ${index}`}>
            {event.audioMs === null ? (
              <time>{event.at === null ? '' : time(event.at, true)}</time>
            ) : (
              <time>
                <button type="button" className="plain link" onClick={() => player?.seek(event.audioMs ?? 0)}>
                  {clock(event.audioMs)}
                </button>
              </time>
            )}
            <span>
              {event.words}
              {event.itemId && <ItemGlyph itemId={event.itemId} />}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What the checklist makes of a fact, if it asks about it. */
function ItemGlyph({ itemId }: { itemId: string }) {
  const { t } = useTranslation();
  const { card } = useCallPage();
  const outcome: Outcome | undefined = card?.items.find((item) => item.itemId === itemId)?.outcome;
  if (!outcome || outcome === 'not_applicable') return null;
  return (
    <>
      <OutcomeGlyph outcome={outcome} size={13} />
      <span className="seen-by-readers-only">{t(`outcome.${outcome}`)}</span>
    </>
  );
}

/** Queue, ringing, talking and holding in proportion; the list below says the same in words. */
function LegBar() {
  const { call, leg, durationMs } = useCallPage();
  const facts = call.legs[leg];
  if (!facts || durationMs === 0) return null;
  const edges = [0, ...facts.holdSpans.flatMap((hold) => [hold.fromMs, hold.toMs]), durationMs];
  const line = edges.slice(0, -1).map((from, index) => ({
    kind: index % 2 === 0 ? 'talk' : 'hold',
    length: (edges[index + 1] ?? durationMs) - from,
  }));
  const parts = [
    { kind: 'queue', length: (facts.queueSeconds ?? 0) * 1000 },
    { kind: 'ring', length: (facts.ringSeconds ?? 0) * 1000 },
    ...line,
  ];
  return (
    <div className="leg-bar flex gap-1" aria-hidden>
      {parts
        .filter((part) => part.length > 0)
        .map((part, index) => (
          <i key={index} className={part.kind} style={{ flexGrow: part.length }} />
        ))}
    </div>
  );
}

/** Who spoke how much and how fast, silences and both at once: numbers from the sound, each place a click away. */
export function MeasuresSection() {
  const { t } = useTranslation();
  const { recording } = useCallPage();
  const may = useMay('scorecards.read');
  return (
    <section className="measures">
      <h2>
        {t('measures.title')} <Why of="measures" name={t('measures.title')} />
      </h2>
      {!may && <p className="facts-quiet">{t('measures.hidden')}</p>}
      {may && !recording && <p className="facts-quiet">{t('measures.none')}</p>}
      {may && recording && (
        <OfRecording recordingId={recording.recordingId} sealed={recording.custody !== 'captured'} />
      )}
    </section>
  );
}

function OfRecording({ recordingId, sealed }: { recordingId: string; sealed: boolean }) {
  const { t } = useTranslation();
  const { call } = useCallPage();
  const read = useMeasures(call.callId, sealed);
  if (!sealed) return <p className="facts-quiet">{t('measures.pending')}</p>;
  if (read.isError) return <Failed of={read} />;
  if (!read.data) return <Waiting />;
  const measures = read.data.recordings.find((one) => one.recordingId === recordingId)?.measures;
  return measures ? <Measures measures={measures} /> : <p className="facts-quiet">{t('measures.unmeasured')}</p>;
}

function Measures({ measures }: { measures: CallMeasures }) {
  const { t } = useTranslation();
  const { sides, sidesUnknown, talkOver, silences, longestSilence } = measures;
  return (
    <>
      {sides && <SidesTable sides={sides} talkOver={talkOver} />}
      {sidesUnknown && <p className="facts-quiet">{t(`measures.sidesUnknown.${sidesUnknown}`)}</p>}
      <dl className="places">
        {talkOver && <Places title={t('measures.together')} spans={talkOver.spans} />}
        {silences && <Places title={t('measures.longest')} spans={longestSilence ? [longestSilence] : []} single />}
        {silences && <Places title={t('measures.silences')} spans={silences} />}
      </dl>
      <p className="facts-quiet">{t('measures.how')}</p>
    </>
  );
}

function Places({ title, spans, single = false }: { title: string; spans: readonly Span[]; single?: boolean }) {
  const { t } = useTranslation();
  const { measured } = useFormat();
  const seconds = measured(spans.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0) / 1000);
  const said = single ? seconds : t('measures.total', { count: spans.length, seconds });
  return (
    <>
      <dt>{title}</dt>
      <dd>
        {spans.length === 0 ? t('measures.noneFound') : said} <SpanLinks spans={spans} />
      </dd>
    </>
  );
}

type Found = TranscriptView['redaction']['spans'][number];

/** Stretches that may be card codes: silent until a person decides, and cut out of the stored recording only then. */
export function CardCodesSection() {
  const { t } = useTranslation();
  const { transcript } = useCallPage();
  const doubtful = (transcript?.redaction.spans ?? []).filter(
    ({ kind, certainty }) => kind === 'card_code' && certainty !== 'certain',
  );
  if (!transcript || doubtful.length === 0) return null;
  return (
    <section>
      <h2>{t('redaction.codes.title')}</h2>
      <p className="facts-quiet">{t('redaction.codes.why')}</p>
      <ul>
        {doubtful.map((span) => (
          <Doubt key={`${span.turn} ${span.fromChar}`} span={span} transcriptId={transcript.transcriptId} />
        ))}
      </ul>
    </section>
  );
}

function Doubt({ span: { turn, fromChar, fromMs }, transcriptId }: { span: Found; transcriptId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay('redaction.decide');
  const { call, player } = useCallPage();
  const send = useAnswerCode(call.callId);
  const answer = (said: 'code' | 'no_code') => send.mutate({ transcriptId, turn, fromChar, answer: said });
  return (
    <li>
      <button type="button" className="plain link" onClick={() => player?.seek(fromMs - 3000)}>
        {format.clock(fromMs)}
      </button>{' '}
      {may && (
        <>
          <Popconfirm
            title={t('redaction.codes.sure')}
            okText={t('redaction.codes.cut')}
            onConfirm={() => answer('code')}
          >
            <Button size="small" loading={send.isPending}>
              {t('redaction.codes.isCode')}
            </Button>
          </Popconfirm>{' '}
          <Button size="small" loading={send.isPending} onClick={() => answer('no_code')}>
            {t('redaction.codes.isNone')}
          </Button>
        </>
      )}
      <Failed of={send} />
    </li>
  );
}

export function SameMatterSection() {
  const { t } = useTranslation();
  const format = useFormat();
  const { call } = useCallPage();
  if (call.matter === null) return null;
  return (
    <section>
      <h2>{t('facts.sameMatter')}</h2>
      {call.sameMatter.length === 0 && <p className="facts-quiet">{t('facts.noOther')}</p>}
      <ol className="dated">
        {call.sameMatter.map((other) => (
          <li key={other.callId}>
            <time>{format.day(other.startedAt)}</time>
            <span>
              <Link to={`/calls/${other.callId}`}>{other.agent ? format.text(other.agent) : t('legs.noAgent')}</Link>{' '}
              {t(`stage.${other.stage}`)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
