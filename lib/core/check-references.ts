import { inside, placeOf, problem, type Place, type Problem } from './check-problem.ts';
import { FIELD_NAMES } from './fields.ts';
import { isFieldName } from './field-path.ts';
import { checkMapping } from './check-mapping.ts';
import { suggestion } from './nearest.ts';
import type { Playbook } from './playbook.ts';
import { repeated } from './repeated.ts';

/** What is wrong between the parts of a well-formed playbook: names given twice, or pointing nowhere. */
export function checkReferences(playbook: Playbook): Problem[] {
  const { gates, signals, prompts, answers, facts = [], cards = [], sites = [] } = playbook;
  const place = (...path: (string | number)[]): Place => placeOf(playbook, path);
  return [
    ...repeated(gates.map(({ id }) => id)).map((i) => twice(place('gates', i, 'id'), 'id')),
    ...repeated(signals.map(({ id }) => id)).map((i) => twice(place('signals', i, 'id'), 'id')),
    ...repeated(prompts.map(({ id }) => id)).map((i) => twice(place('prompts', i, 'id'), 'id')),
    ...repeated(answers.map(({ key }) => key)).map((i) => twice(place('answers', i, 'key'), 'key')),
    ...repeated(facts.map(({ key }) => key)).map((i) => twice(place('facts', i, 'key'), 'key')),
    ...repeated(cards.map(({ id }) => id)).map((i) => twice(place('cards', i, 'id'), 'id')),
    ...repeated(sites.map(({ id }) => id)).map((i) => twice(place('sites', i, 'id'), 'id')),
    ...gates.flatMap((_, i) => checkGate(playbook, i, place('gates', i))),
    ...signals.flatMap((_, i) => checkSignal(playbook, i, place('signals', i))),
    ...checkFeeds(playbook, place),
    ...checkStages(playbook, place),
    ...checkMapping(playbook),
  ];
}

const twice = (place: Place, part: 'id' | 'key'): Problem =>
  problem(
    place,
    'duplicate',
    `stands in the playbook twice: give one of them another ${part}, or remove it.`,
  );

function checkGate({ gates, answers }: Playbook, index: number, place: Place): Problem[] {
  const problems: Problem[] = [];
  const { answer, field } = gates[index] ?? {};
  const keys = answers.map(({ key }) => key);
  if (answer !== undefined && !keys.includes(answer)) {
    const hint = suggestion(answer, keys);
    const what = `is answered by "${answer}", which the playbook does not have.`;
    problems.push(
      problem(
        inside(place, 'answer'),
        'unknown-answer',
        `${what}${hint === '' ? ' Add it to "answers".' : hint}`,
      ),
    );
  }
  if (field !== undefined && !isFieldName(field)) {
    const hint = suggestion(field, FIELD_NAMES);
    const what = `points to the field "${field}", which no deal has.`;
    const advice = hint === '' ? ` There are: ${FIELD_NAMES.join(', ')}.` : hint;
    problems.push(problem(inside(place, 'field'), 'unknown-field', `${what}${advice}`));
  }
  return problems;
}

/** A red of 0 means that the signal has no red. */
function checkSignal({ signals }: Playbook, index: number, place: Place): Problem[] {
  const { amber = 0, red = 0 } = signals[index] ?? {};
  if (red === 0 || amber <= red) return [];
  const message = `turns red at ${red}, before it turns amber at ${amber}: exchange the two, or write 0 for a signal without red.`;
  return [problem(inside(place, 'red'), 'threshold-order', message)];
}

function checkFeeds(
  { answers }: Playbook,
  place: (...path: (string | number)[]) => Place,
): Problem[] {
  return answers.flatMap(({ feeds, date }, i) => {
    if (feeds === undefined) return [];
    const here = place('answers', i, 'feeds');
    const problems: Problem[] = [];
    if (answers.findIndex((other) => other.feeds === feeds) < i) {
      problems.push(
        problem(
          here,
          'duplicate',
          `feeds "${feeds}", as another answer does: leave it to one of them.`,
        ),
      );
    }
    if (!date) {
      const message = `feeds "${feeds}" and asks for no date, which that needs: give it a "date" label.`;
      problems.push(problem(here, 'answer-without-date', message));
    }
    return problems;
  });
}

function checkStages(
  { stages }: Playbook,
  place: (...path: (string | number)[]) => Place,
): Problem[] {
  const names = stages.map(({ crm, stage }) => `${crm}\n${stage}`);
  return repeated(names).map((i) => {
    const { crm = '', stage = '' } = stages[i] ?? {};
    const message = `maps the stage "${stage}" of ${crm} a second time: keep one of the two.`;
    return problem(place('stages', i), 'duplicate', message);
  });
}
