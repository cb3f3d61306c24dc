import type { CallMeasures, Span } from '#contracts';
import { Waiting } from '../../../components/waiting.js';
import { useTranslation } from 'react-i18next';
import { Failed } from '../../../components/failure-note.js';
import { useMeasures } from '../../../data/calls.js';
import { useMay } from '../../../data/session.js';
import { useFormat } from '../../../format/use-format.js';
import { useCallPage } from '../call-page.js';
import { SidesTable } from './sides-table.js';
import { SpanLinks } from './span-links.js';
import { Why } from '../../../components/why.js';

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
