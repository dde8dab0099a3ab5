import { ask, asking } from './asking.ts';
import { faultContext } from './fault-context.ts';
import type { AnswerTo, DataOf, ToBackground } from './protocol.ts';

/** The page's side of the messages. Every call resolves with an answer or with a fault; none rejects. */
export type Client = {
  readonly [K in keyof ToBackground]: (data: DataOf<K>) => Promise<AnswerTo<K>>;
};

/** How long an answer may take where the background itself waits for a CRM. */
const CALL_ANSWER_MS = 25_000;

/** All that a page can ask of the background. */
export const client: Client = {
  openDeal: async (data) => {
    const answer = await ask('openDeal', data);
    return 'got' in answer ? answer.got : faultContext(answer.fault);
  },
  mountCard: asking('mountCard'),
  leaveDeal: asking('leaveDeal'),
  recordReading: asking('recordReading'),
  saveAnswer: asking('saveAnswer'),
  saveException: asking('saveException'),
  endException: asking('endException'),
  saveDispute: asking('saveDispute'),
  endDispute: asking('endDispute'),
  park: asking('park'),
  wake: asking('wake'),
  notePrompt: asking('notePrompt'),
  reportCheck: asking('reportCheck'),
  mountBadges: asking('mountBadges'),
  badges: asking('badges'),
  recordReadings: asking('recordReadings'),
  savePlace: asking('savePlace'),
  customSites: asking('customSites'),
  picking: asking('picking'),
  keepPicking: asking('keepPicking'),
  saveCustom: asking('saveCustom'),
  stopPicking: asking('stopPicking'),
  noteSent: asking('noteSent'),
  crmCall: asking('crmCall', CALL_ANSWER_MS),
};
