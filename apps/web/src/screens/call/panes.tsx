import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CardPane } from './card/card-pane.js';
import { Link } from 'react-router';
import { part, parts } from '../../components/opened/part.js';
import { useMay } from '../../data/session.js';
import { Waiting } from '../../components/waiting.js';
import { useCallPage, PaneWait } from './call-page.js';
import './facts/facts.css';
import { contentRoutes, type TranscriptView } from '#contracts';
import { Button } from 'antd';
import { Failed } from '../../components/failure-note.js';
import { refusedWith } from '../../data/http.js';
import { useProved } from '../../components/step-up.js';
import { useTranscript, wordsOf } from '../../data/calls.js';
import { useReading } from '../../data/legal.js';
import { TranscriptBar, useFind } from './transcript/transcript-bar.js';
import { TurnList } from './transcript/turn-list.js';
import './transcript/transcript.css';
import { ViewTabs } from '../../components/tabs.js';

/** Three panes beside each other. */
export function WidePanes() {
  return (
    <div className="panes panes-wide">
      <FactsPane />
      <TranscriptPane />
      <CardPane />
    </div>
  );
}

/** Facts become a tab beside the transcript; below 900 px the scorecard follows underneath. */
export function MediumPanes() {
  const [tab, setTab] = useState<'words' | 'facts'>('words');
  const tabs = <PaneTabs panes={['words', 'facts']} current={tab} onChoose={setTab} />;
  return (
    <div className="panes panes-medium">
      {tab === 'words' ? <TranscriptPane heading={tabs} /> : <FactsPane heading={tabs} />}
      <CardPane />
    </div>
  );
}

/** One pane at a time. */
export function PhonePanes() {
  const { t } = useTranslation();
  const [tab, setTab] = useState<'score' | 'words' | 'facts'>('score');
  return (
    <div className="panes panes-phone">
      <div className="phone-tabs" aria-label={t('tabs.label')}>
        <PaneTabs panes={['score', 'words', 'facts']} current={tab} onChoose={setTab} />
      </div>
      {tab === 'score' && <CardPane />}
      {tab === 'words' && <TranscriptPane />}
      {tab === 'facts' && <FactsPane />}
    </div>
  );
}

type Pane = 'score' | 'words' | 'facts';

interface Props<T extends Pane> {
  panes: T[];
  current: T;
  onChoose: (pane: T) => void;
}

/** Which of the panes of a call is shown, where there is no room for all. */
function PaneTabs<T extends Pane>({ panes, current, onChoose }: Props<T>) {
  const { t } = useTranslation();
  const views = panes.map((value) => ({ value, label: t(`tabs.${value as Pane}`) }));
  return <ViewTabs name={t('tabs.label')} views={views} value={current} onChange={onChoose} />;
}

const { CardCodesSection, SameMatterSection } = parts(() => import('./facts/fact-sections.js'));
const CorrectionsSection = part(() => import('./corrections/corrections-section.js'));
const { CallPromises } = parts(() => import('./promises/call-promises.js'));
const { AccessesSection, CallJournalSection, CustodySection } = parts(
  () => import('./facts/custody-sections.js'),
  <Waiting />,
);
const CustomerHistory = part(() => import('./legs/customer-history.js'), <Waiting />);
const { MeasuresSection, TelephonyFacts } = parts(() => import('./facts/fact-sections.js'), <Waiting />);

/** What is known without listening: the line, how the sound measures, other calls on the matter, where the recording is, who did what. */
function FactsPane({ heading }: { heading?: ReactNode }) {
  const calibrates = useMay('calibrations.manage');
  return (
    <aside className="facts column">
      {heading && <div className="bar">{heading}</div>}
      <div className="facts-scroll fills scrolls relative" tabIndex={-1}>
        <TelephonyFacts />
        <CardCodesSection />
        <CorrectionsSection />
        <CallPromises />
        <MeasuresSection />
        <SameMatterSection />
        <CustomerHistory />
        <CustodySection />
        <AccessesSection />
        {calibrates && <CalibrateSection />}
        <CallJournalSection />
      </div>
    </aside>
  );
}

/** Asks several reviewers to judge the call, each without the others. */
function CalibrateSection() {
  const { t } = useTranslation();
  const { call, card } = useCallPage();
  if (!card) return null;
  return (
    <section>
      <h2>{t('facts.calibration.title')}</h2>
      <p>
        <Link to={`/calibrations?call=${call.callId}`}>{t('facts.calibration.begin')}</Link>
      </p>
    </section>
  );
}

const WhoSpeaks = part<object>(() => import('./transcript/who-speaks.js'));

/** The words, following the sound. */
function TranscriptPane({ heading }: { heading?: ReactNode }) {
  const { t } = useTranslation();
  const { call, transcript, turns, unheard } = useCallPage();
  const [wanted, setWanted] = useState('');
  const find = useFind(turns, wanted);
  const title = heading ?? <h2>{t('transcript.title')}</h2>;
  return (
    <section className="transcript column shrinks on-surface" aria-label={t('transcript.title')}>
      <TranscriptBar title={title} wanted={wanted} onWant={setWanted} find={find} />
      {unheard ? (
        <PaneWait pane="transcript" />
      ) : !call.may.readWords && !transcript ? (
        <ReadUnderRequest />
      ) : transcript ? (
        <>
          <RedactionBanner view={transcript} />
          <UnreliableBanner view={transcript} />
          <WhoSpeaks key={transcript.version} />
          <TurnList find={wanted} found={find.current} />
        </>
      ) : (
        <Missing />
      )}
    </section>
  );
}

/** Words that ordinary rights do not open: a legal request of one's own may. */
function ReadUnderRequest() {
  const { t } = useTranslation();
  const { call, leg } = useCallPage();
  const reading = useProved(useReading(call.callId, call.legs[leg]?.legId, wordsOf(call)));
  const grant = call.may.requestGrants.find(({ action }) => action === 'transcript');
  if (!grant) return <p className="pane-wait">{t('transcript.noPermission')}</p>;
  const { grantId, code, playsLeft: count } = grant;
  return (
    <div className="pane-wait">
      <p>{t('legal.readHint')}</p>
      <Button type="primary" loading={reading.isPending} onClick={() => void reading.send(grantId)}>
        {t('legal.readUnder', { code, count })}
      </Button>
      {reading.said}
    </div>
  );
}

/** No words yet, or they could not be read. */
function Missing() {
  const { call, leg } = useCallPage();
  const query = useTranscript(call.callId, call.legs[leg]?.legId, wordsOf(call), false);
  const expected = refusedWith(query.error, contentRoutes.transcript, 'no_transcript');
  // Words that are on their way are not said to be missing.
  if (query.isLoading) return <Waiting />;
  if (query.isError && !expected) return <Failed of={query} />;
  return <PaneWait pane="transcript" />;
}

/** Says so where words are shown that ordinary reading would hide; nothing where nothing is sensitive. */
function RedactionBanner({ view: { redaction } }: { view: TranscriptView }) {
  const { t } = useTranslation();
  if (redaction.mode === 'mask' || redaction.spans.length === 0) return null;
  return (
    <p className="redaction-note inked ruled-below">
      {t(redaction.mode === 'original' ? 'redaction.original' : 'redaction.trial')}
    </p>
  );
}

function UnreliableBanner({ view }: { view: TranscriptView }) {
  const { t } = useTranslation();
  const reasons = view.transcript.unreliable;
  if (reasons.length === 0) return null;
  const words = reasons.map((reason) => t(`unreliable.${reason}`)).join(t('transcript.unreliableJoin'));
  return (
    <p className="unreliable dense rigid inked ruled-below">
      {t('transcript.unreliable', { reasons: words })} {t('redaction.unreliable')}
    </p>
  );
}
