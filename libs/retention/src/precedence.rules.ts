/** What speaks for and against keeping a recording at one moment. */
export interface Standing {
  /** A legal hold covers it. */
  held: boolean;
  /** A request to erase it, or consent withdrawn: none, undecided, or agreed to by two people. */
  request: 'none' | 'undecided' | 'agreed';
  /** The schedule's time for it has passed. */
  due: boolean;
}

/**
 * What becomes of it: a hold goes before erasure and withdrawal, and these before the schedule (decision 35). A hold keeps it against everything; an undecided request shuts
 * it and also keeps it from the schedule, for it may be what the person asks for.
 */
export function retentionDecision({ held, request, due }: Standing): 'keep' | 'restrict' | 'destroy' {
  if (held) return request === 'none' ? 'keep' : 'restrict';
  if (request === 'undecided') return 'restrict';
  return request === 'agreed' || due ? 'destroy' : 'keep';
}
