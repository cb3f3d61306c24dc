import { BulbOutlined, GlobalOutlined, QuestionCircleOutlined, ReadOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import type { Me } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { Menu } from '../components/menu.js';
import { useChooseLanguage, useMe } from '../data/session.js';
import { useSignOut } from '../data/sign-out.js';
import { useFormat, useLanguage } from '../format/use-format.js';
import { WorkTray } from '../screens/upload/work-tray.js';
import { useThemeMode } from '../theme/theme-mode.js';
import { WordMark } from './entrance-bar.js';

export function TopBar({ onShowKeys }: { onShowKeys: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const choose = useChooseLanguage();
  const { mode, toggle } = useThemeMode();
  const themeName = t(mode === 'light' ? 'shell.toDark' : 'shell.toLight');
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <header className="top-bar line rigid ruled-below">
      <WordMark />
      <span className="spring" />
      <WorkTray />
      <Help />
      <Tooltip title={t('shell.keyboard')}>
        <Button
          className="top-bar-keys"
          type="text"
          icon={<QuestionCircleOutlined />}
          aria-label={t('shell.keyboard')}
          onClick={onShowKeys}
        />
      </Tooltip>
      <Button type="text" icon={<GlobalOutlined aria-hidden />} onClick={() => choose.mutate(other)}>
        <span lang={other}>{t('shell.switchLanguage')}</span>{' '}
        <span className="seen-by-readers-only">{t('shell.switchLanguageName')}</span>
      </Button>
      <Tooltip title={themeName}>
        <Button type="text" icon={<BulbOutlined />} aria-label={themeName} onClick={toggle} />
      </Tooltip>
      <Account />
    </header>
  );
}

/** What tells of the screen that is open. */
function Help() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  return (
    <Tooltip title={t('shell.help')}>
      <Button
        type="text"
        icon={<ReadOutlined />}
        aria-label={t('shell.help')}
        onClick={() => void navigate(`/help/here?screen=${encodeURIComponent(pathname)}`)}
      />
    </Tooltip>
  );
}

function Account() {
  const { t } = useTranslation();
  const format = useFormat();
  const me = useMe();
  const signOut = useSignOut();
  const role = me.roles[0];
  const title = role ? t(`shell.role.${role}`) : me.username;
  const navigate = useNavigate();
  const own = { key: 'account', label: t('shell.myAccount'), onClick: () => void navigate('/account') };
  const guide = { key: 'guide', label: t('shell.myGuide'), onClick: () => void navigate('/help/mine') };
  const out = { key: 'out', label: t('shell.signOut'), onClick: () => signOut.mutate() };
  return (
    <Menu items={[own, guide, out]}>
      <button type="button" className="plain account hovers line dense rounded beside" aria-haspopup="menu">
        <span className="account-sign label grid link bold" aria-hidden>
          {initials(me, useLanguage())}
        </span>
        <span className="account-words column">
          {format.text(me.name)} <small>{title}</small>
        </span>
      </button>
    </Menu>
  );
}

/** The given name in Chinese, the first letters in English. */
function initials(me: Me, language: 'zh' | 'en'): string {
  if (language === 'zh') return me.name.zh.slice(1, 2) || me.name.zh;
  return me.name.en
    .split(/\s+/)
    .map((part) => part[0] ?? '')
    .join('')
    .slice(0, 2)
    .toUpperCase();
}
