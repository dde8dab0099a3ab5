import type { Access } from '../access.ts';
import type { CrmStage, CrmUser } from '../adapter.ts';
import { isRow, textIn, type Row } from '../answer-values.ts';
import { attempt } from '../ask.ts';
import { oneLine } from '../dom.ts';
import { CrmTrouble } from '../trouble.ts';
import { get, getRow } from './call.ts';
import { formatOf, type EspoFormat } from './format.ts';
import { stagesOf } from './stages.ts';

/** What is the same for all deals of a page's life: how the user's EspoCRM writes values, and its stages. */
export interface Known {
  readonly format?: EspoFormat;
  readonly stages?: readonly CrmStage[];
  /** E-mail addresses of the user's own. */
  readonly addresses?: ReadonlySet<string>;
}

const knownOf = new WeakMap<Window, Known>();

/** What was learned of this page's EspoCRM; nothing before the first answer. */
export const known = (view: Window | null): Known => (view && knownOf.get(view)) ?? {};

/** Asks once in a page's life for what is missing. What cannot be had is asked for again the next time. */
export async function learn(access: Access): Promise<Known> {
  const { format, stages } = known(access.view);
  await Promise.all([
    format ? undefined : attempt(access, () => user(access)),
    stages ? undefined : attempt(access, () => loadStages(access)),
  ]);
  return known(access.view);
}

function keep({ view }: Access, more: Known): void {
  knownOf.set(view, { ...knownOf.get(view), ...more });
}

/** The user who is logged in. The same answer tells their formats; its token is left where it is. */
export async function user(access: Access): Promise<CrmUser> {
  const answer = await getRow(access, 'App/user');
  const { user: person, settings, preferences } = answer;
  const id = isRow(person) ? textIn(person.id) : undefined;
  if (!isRow(person) || id === undefined) throw new CrmTrouble('not-json');
  keep(access, {
    ...(isRow(settings)
      ? { format: formatOf(settings, isRow(preferences) ? preferences : {}) }
      : {}),
    addresses: new Set(addressesOf(person)),
  });
  const name = oneLine(textIn(person.name) ?? '') || oneLine(textIn(person.userName) ?? '');
  return { id, name };
}

const addressesOf = ({ emailAddress, userEmailAddressList }: Row): string[] =>
  [
    emailAddress,
    ...(Array.isArray(userEmailAddressList) ? (userEmailAddressList as unknown[]) : []),
  ]
    .filter((address) => typeof address === 'string')
    .map((address) => address.toLowerCase());

/** The stages, in the order of the field's options, by their names in the user's language. */
export async function loadStages(access: Access): Promise<readonly CrmStage[]> {
  const [field, language] = await Promise.all([
    get(access, 'Metadata', { key: 'entityDefs.Opportunity.fields.stage' }),
    attempt(access, () => get(access, 'I18n', { default: 'false' })),
  ]);
  if (!isRow(field) || !Array.isArray(field.options)) throw new CrmTrouble('not-json');
  const options = (field.options as unknown[]).filter((id) => typeof id === 'string' && id !== '');
  const { probabilityMap } = field;
  const probabilities = Object.entries(isRow(probabilityMap) ? probabilityMap : {}).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number',
  );
  const labels = 'got' in language ? labelsIn(language.got) : new Map<string, string>();
  const stages = stagesOf(options as string[], new Map(probabilities), labels);
  keep(access, { stages });
  return stages;
}

/** The language file's names of the options: `Opportunity.options.stage`. */
function labelsIn(language: unknown): Map<string, string> {
  const scope = isRow(language) ? language.Opportunity : undefined;
  const options = isRow(scope) ? scope.options : undefined;
  const stage = isRow(options) ? options.stage : undefined;
  return new Map(
    Object.entries(isRow(stage) ? stage : {}).flatMap(([id, label]) =>
      typeof label === 'string' ? [[id, oneLine(label)]] : [],
    ),
  );
}
