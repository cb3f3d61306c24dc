/*
 * Acts: what a sentence of a call does, whatever its words ("sends elsewhere", "takes on", "settled"). A sentence can do several things at once.
 */
export const AGENT_ACTS = [
  ...[
    'sends_elsewhere',
    'not_ours',
    'refuses',
    'vague',
    'takes_on',
    'hands_over',
    'done',
    'next_timed',
    'next_untimed',
  ],
  ...['asks_identity', 'checked', 'skips_check', 'tells_account', 'reads_back', 'asks_detail', 'acknowledges'],
  ...['explains', 'offers', 'blames', 'mocks', 'commands', 'dismisses', 'overpromises'],
  ...['greets', 'says_company', 'says_name', 'offers_help', 'anything_else', 'thanks', 'farewell', 'holds', 'harmless'],
  ...['forbidden', 'stuck', 'forward'],
] as const;
export const CUSTOMER_ACTS = [
  ...['trouble', 'facts', 'request', 'question', 'gives_identity', 'confirms', 'corrects', 'settled', 'unsettled'],
  ...['insists', 'anger', 'thanks', 'farewell', 'other'],
  ...['upset', 'offended'],
] as const;

export type AgentAct = (typeof AGENT_ACTS)[number];
export type CustomerAct = (typeof CUSTOMER_ACTS)[number];
export type ActSpeaker = 'agent' | 'customer';
export type Act = AgentAct | CustomerAct;

export const ACTS_OF: Readonly<Record<ActSpeaker, readonly Act[]>> = { agent: AGENT_ACTS, customer: CUSTOMER_ACTS };

/**
 * Acts that combine several others, because a group is recognised more reliably than its members. The corpus labels only the members. An act with
 * an empty list is learnt from calls: the customer’s reply shows how the agent’s sentence was taken.
 */
export const GROUPS: Readonly<Partial<Record<Act, readonly Act[]>>> = {
  forbidden: ['blames', 'mocks', 'commands', 'dismisses', 'overpromises'],
  stuck: ['vague', 'refuses', 'sends_elsewhere', 'not_ours', 'dismisses'],
  forward: ['done', 'takes_on', 'hands_over', 'next_timed', 'next_untimed', 'offers'],
  upset: ['trouble', 'anger', 'unsettled', 'insists'],
  offended: [],
};

/** Posteriors are told in sixteenths: whole numbers are the same on every machine. */
export const ACT_STEPS = 16;
