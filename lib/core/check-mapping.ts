import { inside, placeOf, problem, type Place, type Problem } from './check-problem.ts';
import { isFieldName } from './field-path.ts';
import { suggestion } from './nearest.ts';
import type { Mapping, Playbook } from './playbook.ts';
import { repeated } from './repeated.ts';

/** What is wrong with where facts come from: a fact or an answer that does not exist, or a fact that comes from two places. */
export function checkMapping(playbook: Playbook): Problem[] {
  const { mapping = [] } = playbook;
  const place = (i: number): Place => placeOf(playbook, ['mapping', i]);
  const facts = mapping.map(({ crm, fact }) => `${crm}\n${fact}`);
  return [
    ...repeated(facts).map((i) => {
      const { crm = '', fact = '' } = mapping[i] ?? {};
      const message = `says a second time where "${fact}" comes from in ${crm}: keep one of the two.`;
      return problem(place(i), 'duplicate', message);
    }),
    ...mapping.flatMap((each, i) => [
      ...checkFact(each, playbook, place(i)),
      ...checkAnswer(each, playbook, place(i)),
    ]),
  ];
}

function checkFact({ fact }: Mapping, { facts = [] }: Playbook, place: Place): Problem[] {
  if (isFieldName(fact)) return [];
  const keys = facts.map(({ key }) => key);
  const key = fact.slice('custom.'.length);
  if (keys.includes(key)) return [];
  const hint = suggestion(key, keys);
  const message = `says where "${fact}" comes from, and the playbook has no fact "${key}".`;
  return [
    problem(
      inside(place, 'fact'),
      'unknown-fact',
      `${message}${hint === '' ? ' Add it to "facts".' : hint}`,
    ),
  ];
}

function checkAnswer({ from }: Mapping, { answers }: Playbook, place: Place): Problem[] {
  if (!('answer' in from)) return [];
  const rule = answers.find(({ key }) => key === from.answer);
  const here = inside(place, 'from', 'answer');
  if (!rule) {
    const hint = suggestion(
      from.answer,
      answers.map(({ key }) => key),
    );
    const message = `takes a fact from the answer "${from.answer}", which the playbook does not have.`;
    return [
      problem(here, 'unknown-answer', `${message}${hint === '' ? ' Add it to "answers".' : hint}`),
    ];
  }
  if (from.part === 'text' || rule.date) return [];
  const message = `takes the date of the answer "${from.answer}", which asks reps for no date: give the answer a "date" label.`;
  return [problem(inside(place, 'from', 'part'), 'answer-without-date', message)];
}
