import { useTranslation } from 'react-i18next';
import { ViewTabs } from '../../components/tabs.js';

type Pane = 'score' | 'words' | 'facts';

interface Props<T extends Pane> {
  panes: T[];
  current: T;
  onChoose: (pane: T) => void;
}

/** Which of the panes of a call is shown, where there is no room for all. */
export function PaneTabs<T extends Pane>({ panes, current, onChoose }: Props<T>) {
  const { t } = useTranslation();
  const views = panes.map((value) => ({ value, label: t(`tabs.${value as Pane}`) }));
  return <ViewTabs name={t('tabs.label')} views={views} value={current} onChange={onChoose} />;
}
