import { Link } from 'react-router';
import { CheckOutlined, LeftOutlined } from '@ant-design/icons';
import { Button, Popconfirm, type ButtonProps } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import './admin.css';

/** What a person may do with what stands above it: in one row, what is meant to be done first. */
export function Acts({ children }: { children: ReactNode }) {
  return <div className="admin-actions row dense above-3">{children}</div>;
}

interface FormBarProps {
  /** What happens next, or what is missing, and what it failed with. */
  notes?: ReactNode;
  children: ReactNode;
}

/** The end of a form as long as a page: it stays in sight, with what sends the form at its right end, as in a dialog. */
export function FormBar({ notes, children }: FormBarProps) {
  return (
    <div className="admin-bar row dense soft ruled-above on-surface padded">
      <div className="admin-bar-notes row spring">{notes}</div>
      {children}
    </div>
  );
}

/** A button that asks once before it does what cannot be undone. */
export function AskFirst({ ask, onYes, ...button }: { ask: string; onYes: () => void } & ButtonProps) {
  const { t } = useTranslation();
  return (
    <Popconfirm
      title={ask}
      okText={t('admin.yes')}
      cancelText={t('admin.cancel')}
      onConfirm={onYes}
      icon={null}
      placement="topLeft"
      styles={{ root: { maxWidth: 340 } }}
    >
      <Button size="small" {...button} />
    </Popconfirm>
  );
}

interface Props {
  on: boolean;
  onToggle: () => void;
  framed?: boolean;
  children: ReactNode;
}

/** A setting that is on or off; the tick says which, so that colour need not. */
export function ToggleButton({ on, onToggle, framed = false, children }: Props) {
  return (
    <Button
      type={framed ? 'default' : 'text'}
      size={framed ? 'small' : 'middle'}
      className={on ? 'link' : ''}
      aria-pressed={on}
      icon={<CheckOutlined style={{ visibility: on ? 'visible' : 'hidden' }} />}
      onClick={onToggle}
    >
      {children}
    </Button>
  );
}

/** One level up, beside the title of what was opened from a list: the head of an `AdminPage`. */
export function Back({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link to={to}>
      <LeftOutlined aria-hidden /> {children}
    </Link>
  );
}
