import type { Select as AntSelect, SelectProps } from 'antd';
import { lazy } from 'react';
import { loaded } from '../../shell/later.js';
import { ToCome } from './part.js';

const Chosen = lazy(() => loaded(() => import('./ant-select.js')));

/** Ant Design's choice from a list. It arrives after the screen, which is drawn without it and keeps its place. */
function ChoiceToCome(props: SelectProps) {
  const { className = '', style, size = 'middle' } = props;
  return (
    <ToCome meanwhile={<span className={`select-to-come ${size} ${className}`} style={style} aria-hidden />}>
      <Chosen {...props} />
    </ToCome>
  );
}

export const Select = ChoiceToCome as unknown as typeof AntSelect;
