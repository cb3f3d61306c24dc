import { useTranslation } from 'react-i18next';
import { useProcessingBoard } from '../../data/processing.js';
import { AlarmList } from '../processing/alarm-list.js';
import '../processing/processing.css';
import { Panel } from './panel.js';

/** What is wrong with the installation, in sentences, or that nothing is. */
export function InstallationPanel() {
  const { t } = useTranslation();
  const board = useProcessingBoard(true);
  return (
    <Panel title={t('home.installation')} of={board} all={{ to: '/processing', words: t('home.all') }}>
      {(read) => <AlarmList board={read} />}
    </Panel>
  );
}
