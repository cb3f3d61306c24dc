import { QuestionCircleOutlined } from '@ant-design/icons';
import { Popover } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Figure } from './opened/guides.js';
import { part } from './opened/part.js';

interface PanelProps {
  of: Figure;
  name: string;
  clause?: string | undefined;
  onClose: () => void;
}
/** The words come when one of them is first asked for. */
const WhyPanel = part<PanelProps>(() => import('./opened/why-panel.js'));

type Props = {
  of: Figure;
  /** The policy clause by which this one figure was judged. */
  clause?: string;
} & ({ value: string } | { name: string });

/** Says beside a figure what it is, what it was counted from, and what it cannot tell. `value` for one number, `name` for a column of a kind. */
export function Why({ of, clause, ...about }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const name = 'value' in about ? t('why.value', about) : t('why.name', about);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <Popover
      content={<WhyPanel of={of} name={name} clause={clause} onClose={close} />}
      trigger="click"
      arrow={false}
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
    >
      <button ref={button} type="button" className="plain why" aria-label={name} aria-expanded={open}>
        <QuestionCircleOutlined aria-hidden />
      </button>
    </Popover>
  );
}
