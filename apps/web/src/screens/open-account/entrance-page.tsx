import { BulbOutlined, GlobalOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Seal } from '../../components/seal.js';
import { useLanguage } from '../../format/use-format.js';
import { speak } from '../../locales/i18n.js';
import { WordMark } from '../../shell/word-mark.js';
import { useThemeMode } from '../../theme/theme-mode.js';
import './entrance.css';

/** A page in front of the product: language and theme can be chosen, nothing else is there. */
export function EntrancePage({ wide, children }: { wide?: boolean; children: ReactNode }) {
  const { t } = useTranslation();
  const other = useLanguage() === 'zh' ? 'en' : 'zh';
  const { mode, toggle } = useThemeMode();
  const themeName = t(mode === 'light' ? 'shell.toDark' : 'shell.toLight');
  return (
    <div className="entrance">
      <header>
        <WordMark />
        <span className="spring" />
        <Button
          type="text"
          icon={<GlobalOutlined />}
          aria-label={t('shell.switchLanguageName')}
          onClick={() => void speak(other)}
        >
          <span lang={other}>{t('shell.switchLanguage')}</span>
        </Button>
        <Button type="text" icon={<BulbOutlined />} aria-label={themeName} title={themeName} onClick={toggle} />
      </header>
      <main className={wide ? 'wide' : ''}>
        <Seal size={44} />
        {children}
      </main>
    </div>
  );
}
