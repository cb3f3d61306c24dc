import { CheckOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';

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
