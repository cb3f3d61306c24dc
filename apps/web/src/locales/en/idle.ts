export const idle = {
  looksOn:
    'The page has been idle for a while. The list is still updated; for anything else you have to sign in again.',
  locksSoon: 'The page is idle and locks within a minute. Move the pointer or press a key to continue.',
};
