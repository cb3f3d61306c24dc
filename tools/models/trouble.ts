/** What the person at the keyboard can do something about: shown as it is, without a stack. */
export class Trouble extends Error {}
