import { DownOutlined, RightOutlined } from '@ant-design/icons';
import { useId, useState, type ReactNode } from 'react';

/** What is shown once it is asked for. */
export function Unfold({ name, children }: { name: string; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div className="unfold">
      <button
        type="button"
        className="plain link"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {open ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />} {name}
      </button>
      <div id={id}>{open && children}</div>
    </div>
  );
}
