import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';

type Tab = 'score' | 'words' | 'facts';

interface Props<T extends Tab> {
  tabs: T[];
  current: T;
  onChoose: (tab: T) => void;
}

export function Tabs<T extends Tab>({ tabs, current, onChoose }: Props<T>) {
  const { t } = useTranslation();
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = tabs[(tabs.indexOf(current) + by + tabs.length) % tabs.length];
    if (by === 0 || !next) return;
    event.preventDefault();
    onChoose(next);
    event.currentTarget.querySelector<HTMLElement>(`[data-tab="${next}"]`)?.focus();
  };
  return (
    <div className="tabs" role="tablist" aria-label={t('tabs.label')} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          key={tab}
          type="button"
          role="tab"
          data-tab={tab}
          className="plain"
          aria-selected={tab === current}
          tabIndex={tab === current ? 0 : -1}
          onClick={() => onChoose(tab)}
        >
          {t(`tabs.${tab as Tab}`)}
        </button>
      ))}
    </div>
  );
}
