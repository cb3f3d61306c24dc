import { Popover } from 'antd';
import { useRef, useState, type KeyboardEvent, type ReactElement } from 'react';

export interface MenuItem {
  key: string;
  label: string;
  chosen?: boolean;
  onClick: () => void;
}

/** A short menu below its button. Arrow keys move in it, Escape closes it and goes back to the button. */
export function Menu({ items, children }: { items: readonly MenuItem[]; children: ReactElement }) {
  const [open, setOpen] = useState(false);
  const opener = useRef<Element | null>(null);
  const change = (next: boolean) => {
    if (next) opener.current = document.activeElement;
    setOpen(next);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') {
      setOpen(false);
      (opener.current as HTMLElement | null)?.focus();
    } else if (step) {
      const all = [...event.currentTarget.querySelectorAll('button')];
      const at = all.indexOf(document.activeElement as HTMLButtonElement);
      all[(at + step + all.length) % all.length]?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const list = (
    <div role="menu" className="menu column" onKeyDown={onKeyDown}>
      {items.map(({ key, label, chosen, onClick }, index) => (
        <button
          key={key}
          type="button"
          role="menuitem"
          className={`plain ${chosen ? 'chosen' : ''}`}
          autoFocus={index === 0}
          onClick={() => {
            setOpen(false);
            onClick();
          }}
        >
          {label}
        </button>
      ))}
    </div>
  );
  return (
    <Popover
      content={list}
      trigger="click"
      placement="bottomRight"
      arrow={false}
      open={open}
      onOpenChange={change}
      destroyOnHidden
      styles={{ container: { padding: 4 } }}
    >
      {children}
    </Popover>
  );
}
