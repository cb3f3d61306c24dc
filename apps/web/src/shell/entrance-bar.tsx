import { useTranslation } from 'react-i18next';
import { BulbGlyph, GlobeGlyph } from '../components/plain-glyphs.js';
import { useLanguage } from '../format/use-format.js';
import { choose } from '../locales/i18n.js';
import { useThemeMode } from '../theme/theme-mode.js';
import '../theme/plain.css';

/** The top of every page in front of the product: language and theme can be chosen. */
export function EntranceBar() {
  const { t } = useTranslation();
  const other = useLanguage() === 'zh' ? 'en' : 'zh';
  const { mode, toggle } = useThemeMode();
  const themeName = t(mode === 'light' ? 'shell.toDark' : 'shell.toLight');
  return (
    <header className="entrance-bar">
      <WordMark />
      <span className="spring" />
      <button
        type="button"
        className="plain-button quiet"
        aria-label={t('shell.switchLanguageName')}
        onClick={() => void choose(other)}
      >
        <GlobeGlyph />
        <span lang={other}>{t('shell.switchLanguage')}</span>
      </button>
      <button type="button" className="plain-button quiet" aria-label={themeName} title={themeName} onClick={toggle}>
        <BulbGlyph />
      </button>
    </header>
  );
}

export function WordMark() {
  return (
    <span className="word-mark">
      <b lang="zh">首问</b>
      <i />
      <span lang="en">Shouwen</span>
    </span>
  );
}
