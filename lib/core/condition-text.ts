import { NO_DATE, dateCode, thresholdOn } from './condition-date.ts';
import { answerOf, isBlank, type Facts, type Moment } from './condition-facts.ts';
import type { Leaf } from './condition-schema.ts';
import { FAILS, HOLDS, UNJUDGED, lacks, type LeafTest, type Verdict } from './condition-verdict.ts';
import { parseFieldPath } from './field-path.ts';
import type { Stage } from './fields.ts';
import { ASCII, SPACE, isAlphanumeric, isPlaceholder } from './placeholder.ts';

/** Texts are compared without regard to capitals and to spaces around them. */
export const fold = (text: string): string => text.trim().normalize('NFC').toLowerCase();

/** Texts whose answer a leaf keeps. Stages, categories and sides are few; folding one costs ten times a look-up. */
const KEPT = 64;

/** Whether a text, or a stage's id or label, is one of these; or, with `wanted` false, is none of them. */
export function choiceTest(values: readonly string[], wanted: boolean): LeafTest {
  const ids = new Set(values);
  const folded = new Set(values.map(fold));
  const kept = new Map<string, boolean>();
  const isListed = (text: string): boolean => {
    let listed = kept.get(text);
    if (listed === undefined) {
      listed = folded.has(fold(text));
      if (kept.size < KEPT) kept.set(text, listed);
    }
    return listed;
  };
  return {
    judge: (read) => {
      let found: boolean;
      if (typeof read === 'string' && !isBlank(read)) found = isListed(read);
      else if (isStage(read)) found = ids.has(read.id) || isListed(read.label);
      else return UNJUDGED;
      return found === wanted ? HOLDS : FAILS;
    },
  };
}

export function containsTest(value: string): LeafTest {
  const wanted = fold(value);
  return {
    judge: (read) => {
      if (typeof read !== 'string' || isBlank(read)) return UNJUDGED;
      return fold(read).includes(wanted) ? HOLDS : FAILS;
    },
  };
}

const isStage = (value: unknown): value is Pick<Stage, 'id' | 'label'> =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Partial<Stage>).id === 'string' &&
  typeof (value as Partial<Stage>).label === 'string';

const PLACEHOLDER = lacks('placeholder');

/**
 * Whether a text says something: it is no placeholder, it is long enough, and, for an answer, it was
 * written or confirmed lately enough. The limit of its verdict is in words, or in calendar days.
 */
export function evidenceTest(leaf: Extract<Leaf, { op: 'evidence' }>): LeafTest {
  const { minWords = 0 } = leaf;
  const tooShort = lacks('too-short', String(minWords));
  const age = ageTest(leaf.field, leaf.maxAge);
  return {
    judge: (read, at, facts) => {
      if (typeof read !== 'string' || isBlank(read)) return UNJUDGED;
      if (isPlaceholder(read)) return PLACEHOLDER;
      if (minWords > 1 && !hasWords(read, minWords)) return tooShort;
      return age ? age(at, facts) : HOLDS;
    },
  };
}

/** True when the text has so many words: runs without a space that hold a letter or a digit. */
function hasWords(text: string, wanted: number): boolean {
  let words = 0;
  let inWord = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > ASCII) return countWords(text) >= wanted;
    if (code <= SPACE) inWord = false;
    else if (!inWord && isAlphanumeric(code)) {
      inWord = true;
      words += 1;
      if (words === wanted) return true;
    }
  }
  return false;
}

const countWords = (text: string): number =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

type AgeTest = (at: Moment, facts: Facts) => Verdict;

/** Only answers carry the day on which they were written: on other fields there is no age to test. */
function ageTest(field: string, maxAge: number | 'playbook' | undefined): AgeTest | undefined {
  const path = parseFieldPath(field);
  if (maxAge === undefined || path?.of !== 'answer') return undefined;
  const limitAt = ({ answerAge }: Moment): number => (maxAge === 'playbook' ? answerAge : maxAge);
  const oldestAt = thresholdOn('on-or-after', (at) => at.today - limitAt(at));
  const tooOld = new Map<number, Verdict>();
  const tooOldAt = (at: Moment): Verdict => {
    const limit = limitAt(at);
    const verdict = tooOld.get(limit) ?? lacks('too-old', String(limit));
    tooOld.set(limit, verdict);
    return verdict;
  };
  return (at, facts) => {
    const written = dateCode(answerOf(facts, path.key)?.day ?? '');
    const oldest = oldestAt(at).code;
    if (written === NO_DATE || oldest === NO_DATE) return UNJUDGED;
    return written >= oldest ? HOLDS : tooOldAt(at);
  };
}
