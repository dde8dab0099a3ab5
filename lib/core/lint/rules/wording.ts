import type { Playbook } from '../../playbook.ts';
import type { LintFinding } from '../finding.ts';
import { guessLanguage, LEXICONS, type Language } from '../language.ts';
import { isHole, textsOf, type PlacedText } from '../texts.ts';
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

function findingsOf(
  { rule, path, part, kind }: PlacedText,
  text: string,
  place: 'en' | 'nl',
): LintFinding[] {
  const language = guessLanguage(text, place);
  const codes = judgeWording(text, kind, LEXICONS[language]);
  return codes.map((code) => {
    const better = betterText(text, code, kind, language);
    const here = {
      level: 'warning',
      code,
      rule,
      path: [...path, place],
      values: { part },
    } as const;
    return better === undefined ? here : { ...here, better: { language, text: better } };
  });
}
