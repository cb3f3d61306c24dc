import { useState } from 'react';

const KEY = 'shouwen.captions';

/** Whether captions are shown: a person's own choice, on this machine. */
export function useCaptions(): [boolean, () => void] {
  const [on, setOn] = useState(() => localStorage.getItem(KEY) === 'on');
  const toggle = () => {
    localStorage.setItem(KEY, on ? 'off' : 'on');
    setOn(!on);
  };
  return [on, toggle];
}
