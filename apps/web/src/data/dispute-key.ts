/** Below it hangs what was read of disputes; apart from how it is read, which the first view does without. */
export const DISPUTES = ['disputes'] as const;
