import { useTranslation } from 'react-i18next';
import { useMay } from '../../data/session.js';
import { part, parts } from '../../components/opened/part.js';
import { speaking } from '../../locales/i18n.js';
import { WaitingPanel } from './waiting-panel.js';
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
    <div className="admin">
      <header className="admin-head">
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
