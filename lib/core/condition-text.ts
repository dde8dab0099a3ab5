import { dayNumber } from './calendar.ts';
import { answerOf, isBlank, isStage, type Facts, type Moment } from './condition-facts.ts';
import type { Leaf } from './condition-schema.ts';
import { FAILS, HOLDS, UNJUDGED, lacks, type LeafTest, type Verdict } from './condition-verdict.ts';
import { parseFieldPath } from './field-path.ts';
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
    scale: { measure: 'text' },
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

const PLACEHOLDER = lacks('placeholder');

type Evidence = Extract<Leaf, { op: 'evidence' }>;

/**
 * Whether a text says something: it is no placeholder, it is long enough, and, for an answer, it was
 * written or confirmed lately enough. The limit of its verdict is in words, or in calendar days.
 */
export function evidenceTest(leaf: Evidence, at: Moment): LeafTest {
  const { minWords = 0 } = leaf;
  const tooShort = lacks('too-short', String(minWords));
  const age = ageTest(leaf, at);
  return {
    judge: (read, facts) => {
      if (typeof read !== 'string' || isBlank(read)) return UNJUDGED;
      if (isPlaceholder(read)) return PLACEHOLDER;
      if (minWords > 1 && !hasWords(read, minWords)) return tooShort;
      return age ? age(facts) : HOLDS;
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

/** Only answers carry the day on which they were written: on other fields there is no age to test. */
function ageTest({ field, maxAge }: Evidence, at: Moment): ((facts: Facts) => Verdict) | undefined {
  const path = parseFieldPath(field);
  if (maxAge === undefined || path?.of !== 'answer') return undefined;
  const limit = maxAge === 'playbook' ? at.answerAge : maxAge;
  const oldest = at.today - limit;
  const tooOld = lacks('too-old', String(limit));
  return (facts) => {
    const day = answerOf(facts, path.key)?.day;
    const written = day === undefined ? Number.NaN : dayNumber(day);
    if (Number.isNaN(written) || !Number.isFinite(oldest)) return UNJUDGED;
    return written >= oldest ? HOLDS : tooOld;
  };
}
