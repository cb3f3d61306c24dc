import AntdIcon, { type IconComponentProps } from '@ant-design/icons/es/components/AntdIconLight';
import type { Ref } from 'react';

/**
 * Every icon of Ant Design, its own parts' included (`vite.config.ts`). Theirs say their English file name to screen readers (“down”); ours are
 * pictures beside words or in a button that has a name, and say nothing unless they are given one.
 */
export default function QuietIcon(props: IconComponentProps & { ref?: Ref<HTMLSpanElement> }) {
  const quiet = props['aria-label'] === undefined && { role: undefined, 'aria-label': undefined, 'aria-hidden': true };
  return <AntdIcon {...props} {...quiet} />;
}
