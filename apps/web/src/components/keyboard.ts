import { useEffect, useRef, useState } from 'react';

const KEY = 'shouwen.shortcuts';

/** `Shift+ArrowLeft`, `n`, `?` → what it does. Letters are written small. */
export type Shortcuts = Record<string, () => void>;

export function shortcutsOn(): boolean {
  return localStorage.getItem(KEY) !== 'off';
}

export function useShortcutsSwitch(): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(shortcutsOn);
  const choose = (next: boolean) => {
    localStorage.setItem(KEY, next ? 'on' : 'off');
    setOn(next);
  };
  return [on, choose];
}

/** Listens while the screen is shown. Rests while a person types, inside dialogs, and where the key already means something. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !shortcutsOn()) return;
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const action = latest.current[event.shiftKey && key.length > 1 ? `Shift+${key}` : key];
      if (!action || meansSomethingHere(event.target, key)) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

/** Ctrl+K, on a Mac ⌘K, also while a person types: it writes nothing. Not in a dialog, which is finished first. */
export function useCtrlK(open: () => void): void {
  const latest = useRef(open);
  useEffect(() => {
    latest.current = open;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.key.toLowerCase() !== 'k')
        return;
      event.preventDefault();
      if (document.querySelector('[role="dialog"]:not([aria-hidden="true"])') === null) latest.current();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

function meansSomethingHere(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('input, textarea, select, [contenteditable], [role="dialog"], [role="menu"], .ant-select'))
    return true;
  if (key === ' ' || key === 'Enter') return target.closest('a, button, [role="tab"], [role="button"]') !== null;
  // The slider and radio groups move by arrows themselves.
  return key.startsWith('Arrow') && target.closest('[role="slider"], [role="radiogroup"], [role="tablist"]') !== null;
}
