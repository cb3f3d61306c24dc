import { z } from 'zod';
import { commitmentKindSchema, commitmentUnclearSchema } from '../commitments.js';
import { event, eventSaid } from './event.js';

const id = z.uuid();

/** What the journal says of promises that agents made to customers. */
export const commitmentEvents = {
  /** A promise in the words of a leg. `dueAt` is null where a person has to set a time, and `unclear` says why. */
  'commitment.found': eventSaid(
    {
      commitmentId: id,
      legId: id,
      kind: commitmentKindSchema,
      dueAt: z.iso.datetime().nullable(),
      unclear: commitmentUnclearSchema.nullable(),
    },
    [
      {
        zh: '找到承诺：{{kind|promise}}，没有可用的时间',
        en: 'Promise found: {{kind|promise}}, without a usable time',
        when: ({ dueAt }) => dueAt === null,
      },
      {
        zh: '找到承诺：{{kind|promise}}，时间 {{dueAt|time}}',
        en: 'Promise found: {{kind|promise}}, due {{dueAt|time}}',
      },
    ],
    { ofCall: true },
  ),
  /** Newer words have it elsewhere, or no longer. */
  'commitment.found_again': event(
    '新的转写里再次找到承诺',
    'Promise found again in newer words',
    { commitmentId: id, dueAt: z.iso.datetime().nullable() },
    { ofCall: true },
  ),
  'commitment.superseded': event(
    '新的转写里不再有此承诺',
    'Newer words no longer have a promise',
    { commitmentId: id },
    { ofCall: true },
  ),
  'commitment.due_soon': eventSaid(
    { commitmentId: id, legId: id, dueAt: z.iso.datetime() },
    [{ zh: '承诺即将到期：{{dueAt|time}}', en: 'Promise due soon: {{dueAt|time}}' }],
    { ofCall: true },
  ),
  'commitment.overdue': eventSaid(
    { commitmentId: id, legId: id, kind: commitmentKindSchema, ownerPersonId: id, dueAt: z.iso.datetime() },
    [
      {
        zh: '承诺逾期：{{kind|promise}}，应在 {{dueAt|time}}',
        en: 'Promise overdue: {{kind|promise}}, was due {{dueAt|time}}',
      },
    ],
    {
      ofCall: true,
      webhook: { name: { zh: '承诺逾期', en: 'Promise overdue' }, sends: ['commitmentId', 'legId', 'kind', 'dueAt'] },
    },
  ),
  'commitment.time_set': eventSaid(
    {
      commitmentId: id,
      dueAt: z.iso.datetime(),
      before: z.iso.datetime().nullable(),
    },
    [{ zh: '{{who}} 把承诺的时间设为 {{dueAt|time}}', en: '{{who}} set the time of a promise to {{dueAt|time}}' }],
    { ofCall: true },
  ),
  /** `by: later_call`: the product found the call that kept it. */
  'commitment.answered': eventSaid(
    {
      commitmentId: id,
      answer: z.enum(['kept', 'broken', 'customer_released', 'release', 'strike', 'reopen']),
      by: z.enum(['person', 'later_call']),
      evidenceCallId: id.nullable(),
    },
    [
      { zh: '后来的通话兑现了承诺', en: 'A later call kept a promise', when: ({ by }) => by === 'later_call' },
      {
        zh: '{{who}} 答复承诺：{{answer|promiseAnswer}}',
        en: '{{who}} answered for a promise: {{answer|promiseAnswer}}',
      },
    ],
    { ofCall: true },
  ),
  /** Why lies in the history of the promise and not here. */
  'commitment.questioned': event(
    '{{who}} 认为这不是承诺，请主管认定',
    '{{who}} asked a supervisor whether a promise is one',
    { commitmentId: id },
    { ofCall: true },
  ),
  'commitment.question_withdrawn': event(
    '{{who}} 撤回了“这不是承诺”的申请',
    '{{who}} withdrew the question whether a promise is one',
    { commitmentId: id },
    { ofCall: true },
  ),
  'commitment.question_settled': eventSaid(
    { commitmentId: id, answer: z.enum(['strike', 'uphold']), askedByPersonId: id },
    [
      {
        zh: '{{who}} 认定这不是承诺',
        en: '{{who}} decided, as was asked, that it is no promise',
        when: ({ answer }) => answer === 'strike',
      },
      { zh: '{{who}} 认定这是承诺', en: '{{who}} decided, as was asked, that it is a promise' },
    ],
    {
      ofCall: true,
    },
  ),
  'commitment.candidate_found': event(
    '找到可能兑现承诺的通话',
    'A later call that may have kept a promise was found',
    { commitmentId: id, evidenceCallId: id },
    { ofCall: true },
  ),
  'commitment.handed_over': eventSaid(
    {
      commitmentId: id,
      step: z.enum(['proposed', 'accepted', 'declined', 'withdrawn']),
      toPersonId: id,
    },
    [
      {
        zh: '{{who}} 请同事接手承诺',
        en: '{{who}} asked a colleague to take a promise over',
        when: ({ step }) => step === 'proposed',
      },
      { zh: '{{who}} 接手承诺', en: '{{who}} took a promise over', when: ({ step }) => step === 'accepted' },
      {
        zh: '{{who}} 没有接手承诺',
        en: '{{who}} declined to take a promise over',
        when: ({ step }) => step === 'declined',
      },
      { zh: '{{who}} 撤回承诺的转交', en: '{{who}} withdrew the hand-over of a promise' },
    ],
    { ofCall: true },
  ),
};
