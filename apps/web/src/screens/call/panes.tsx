import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CardPane } from './card/card-pane.js';
import { FactsPane } from './facts/facts-pane.js';
import { TranscriptPane } from './transcript/transcript-pane.js';
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
