import type { Playbook } from '../../playbook.ts';
import type { LintFinding, WordingCode } from '../finding.ts';
import { guessLanguage, LEXICONS, type Language } from '../language.ts';
import { isHole, textsOf, type PlacedText, type TextKind } from '../texts.ts';
import { betterText } from '../wording/better.ts';
import { judgeWording } from '../wording/judge.ts';

const PLACES = ['en', 'nl'] as const satisfies readonly Language[];

/** Wording that blames, leads, orders or ranks, and questions that can be answered with yes or no. */
export const findWording = (draft: Playbook): LintFinding[] =>
  textsOf(draft).flatMap((placed) =>
    PLACES.flatMap((place) => {
      const text = placed.text?.[place];
      return text === undefined || isHole(text) ? [] : findingsOf(placed, text, place);
    }),
  );

/** What is to be said about the wording of one text, with the better text where there is one. */
interface Judged {
  readonly code: WordingCode;
  readonly better: { readonly language: Language; readonly text: string } | undefined;
}

/** What was said last of each text of a draft: mostly one of them is typed, and the others are as they were. */
const known = new WeakMap<object, Map<string, readonly Judged[]>>();

function judgedOf(placed: PlacedText, text: string, place: 'en' | 'nl'): readonly Judged[] {
  if (!placed.text) return judge(placed.kind, text, place);
  const before = known.get(placed.text) ?? new Map<string, readonly Judged[]>();
  known.set(placed.text, before);
  const key = `${placed.kind} ${place}`;
  const judged = before.get(key) ?? judge(placed.kind, text, place);
  before.set(key, judged);
  return judged;
}

function judge(kind: TextKind, text: string, place: 'en' | 'nl'): readonly Judged[] {
  const language = guessLanguage(text, place);
  return judgeWording(text, kind, LEXICONS[language]).map((code) => {
    const better = betterText(text, code, kind, language);
    return { code, better: better === undefined ? undefined : { language, text: better } };
  });
}

function findingsOf(placed: PlacedText, text: string, place: 'en' | 'nl'): LintFinding[] {
  const { rule, path, part } = placed;
  return judgedOf(placed, text, place).map(({ code, better }) => {
    const here = {
      level: 'warning',
      code,
      rule,
      path: [...path, place],
      values: { part },
    } as const;
    return better ? { ...here, better } : here;
  });
}
