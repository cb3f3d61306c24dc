import { Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { useShortcutsSwitch } from '../components/keyboard.js';
import { ShowDialog } from '../components/action-dialog.js';

const GROUPS = {
  list: [
    ['rowUpDown', '↑ ↓ J K'],
    ['openCall', 'Enter'],
  ],
  player: [
    ['playPause', 'Space'],
    ['step5', '← →'],
    ['step1', 'Shift ← →'],
    ['evidence', 'N P'],
    ['speed', '[ ]'],
    ['skipHolds', 'H'],
    ['follow', 'F'],
    ['find', '/'],
    ['comment', 'C'],
  ],
  card: [
    ['itemUpDown', '↑ ↓'],
    ['playItem', 'Enter'],
    ['judge', 'E'],
    ['answerKeys', '1 2 3 4'],
    ['undoAnswer', 'U'],
    ['publish', 'Ctrl Enter'],
    ['nextToJudge', 'J'],
  ],
  myCall: [['pauseCall', 'P']],
  floor: [['listenIn', 'L']],
  everywhere: [
    ['neighbours', 'J K'],
    ['back', 'Esc'],
    ['palette', 'Ctrl K'],
    ['help', '?'],
  ],
} as const;

/** Lists the shortcuts that exist, and switches them off. */
export function KeyboardDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const [on, setOn] = useShortcutsSwitch();
  return (
    <ShowDialog open={open} onClose={onClose} title={t('shell.keyboard')} width={560}>
      <label className="keys-switch line">
        <Switch size="small" checked={on} onChange={setOn} />
        {t('shell.keyboardOn')}
      </label>
      <div className="keys">
        {Object.entries(GROUPS).map(([group, rows]) => (
          <section key={group}>
            <h2>{t(`keys.${group as keyof typeof GROUPS}`)}</h2>
            <dl>
              {rows.map(([word, keys]) => (
                <div key={word}>
                  <dt>{t(`keys.${word}`)}</dt>
                  <dd>
                    {keys.split(' ').map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="label soft above-2">{t('shell.keyboardNote')}</p>
    </ShowDialog>
  );
}
