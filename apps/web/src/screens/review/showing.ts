/** The screen's lists are filtered each for itself, in its address: a call that was opened from one leads back to it. */
export const showing = (list: 'show' | 'drawn' | 'read', filter: string) => (was: URLSearchParams) => {
  const next = new URLSearchParams(was);
  next.set(list, filter);
  return next;
};
