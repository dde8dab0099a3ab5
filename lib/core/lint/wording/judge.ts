import type { WordingCode } from '../finding.ts';
import type { TextKind } from '../texts.ts';
import type { Lexicon } from './lexicon.ts';
import { asks, plain, sentencesOf, wordsIn } from './sentences.ts';

/** Words up to which a question behind another one belongs to it: "How do we know?" */
const SHORT = 4;

/** What is to be said about the wording of a text, the gravest first. */
export function judgeWording(text: string, kind: TextKind, lexicon: Lexicon): WordingCode[] {
  const whole = plain(text);
  const codes: WordingCode[] = [];
  if (lexicon.blame.test(whole)) codes.push('blame');
  if (lexicon.ranking.test(whole)) codes.push('ranking');
  if (kind !== 'instruction' && lexicon.command.test(whole)) codes.push('order');
  if (kind === 'question') codes.push(...judgeQuestion(whole, lexicon, codes));
  if (/[!！‼❗]/u.test(whole)) codes.push('exclamation');
  return codes;
}

function judgeQuestion(
  whole: string,
  lexicon: Lexicon,
  before: readonly WordingCode[],
): WordingCode[] {
  const sentences = sentencesOf(whole);
  const codes: WordingCode[] = [];
  if (sentences.some((sentence) => asks(sentence) && lexicon.leading.test(sentence)))
    codes.push('leading');
  if (!before.includes('order') && sentences.some((sentence) => isOrder(sentence, lexicon)))
    codes.push('order');
  if (sentences.some((sentence) => isClosed(sentence, lexicon))) codes.push('yes-no');
  if (isSeveral(sentences, lexicon)) codes.push('several-questions');
  return codes;
}

/** A sentence that tells somebody to do something. Where a question begins with its verb, only one without a mark does. */
function isOrder(sentence: string, { order, frame, ordersAsk }: Lexicon): boolean {
  if (asks(sentence) && !ordersAsk) return false;
  return order.test(sentence) && !frame.test(sentence);
}

/** A question that can be answered with yes or no: it begins with its verb, or has no word to ask by. */
export function isClosed(sentence: string, lexicon: Lexicon): boolean {
  const { open, inverted, stated, before, frame, order, ordersAsk } = lexicon;
  if (!asks(sentence)) return isUnmarkedQuestion(sentence, lexicon);
  if (frame.test(sentence) || (ordersAsk && order.test(sentence))) return false;
  if (inverted.test(sentence) || stated.test(sentence) || !open.test(sentence)) return true;
  const comma = sentence.indexOf(', ');
  return comma > 0 && before.test(sentence) && inverted.test(sentence.slice(comma + 2));
}

/** "Did you call them", without its mark: a verb, and then whom it is about. */
function isUnmarkedQuestion(sentence: string, { inverted, stated }: Lexicon): boolean {
  const [, rest] = /^\S+ (.*)$/.exec(sentence) ?? [];
  return rest !== undefined && inverted.test(sentence) && stated.test(rest);
}

/** More than one question; a short open one at the end belongs to the one before it. */
function isSeveral(sentences: readonly string[], lexicon: Lexicon): boolean {
  const questions = sentences.filter(asks);
  const last = questions.at(-1) ?? '';
  const isTail = wordsIn(last) <= SHORT && !isClosed(last, lexicon);
  return questions.length > (isTail ? 2 : 1);
}
