/**
 * What runs in the page's own world: the form's typed values are in `Xrm`, the client's own interface, and content scripts
 * do not see it. It answers one question of ours with one text, changes nothing in the page, and adds nothing to it. It
 * imports nothing, and nothing in the page may make it throw.
 */

/** The question, its answer, and the end. Their details are texts, which pass between worlds in every browser. */
export const ASK = 'dealside-xrm-ask';
export const ANSWER = 'dealside-xrm-answer';
export const END = 'dealside-xrm-end';

/** The columns that are asked for. Only those that stand on the form exist there. */
export const ATTRIBUTES = [
  'name',
  'estimatedvalue',
  'estimatedclosedate',
  'closeprobability',
  'msdyn_forecastcategory',
  'ownerid',
  'parentaccountid',
  'customerid',
  'transactioncurrencyid',
  'statecode',
  'createdon',
  'modifiedon',
] as const;
export type AttributeName = (typeof ATTRIBUTES)[number];

/** A column as the form has it. `value`: a text or a number as they are, a date as its day, a lookup as its name. */
export interface FormValue {
  readonly value?: string | number | null;
  readonly dirty?: boolean;
  /** The user may not read it, or it could not be read. */
  readonly fault?: 'no-access' | 'not-readable';
}

/** What the answer says. Whoever takes it must not believe it: any script of the page can send one. */
export interface FormAnswer {
  readonly entity: string;
  readonly id: string;
  readonly values: Readonly<Partial<Record<AttributeName, FormValue>>>;
  readonly stage?: { readonly id: string; readonly name: string };
  readonly process?: string;
}

type Foreign = Readonly<Record<string, unknown>>;

/** Calls a method of something that is not ours; undefined where it is missing or fails. */
function call(target: unknown, name: string, ...input: readonly string[]): unknown {
  try {
    const method = (target as Foreign | null | undefined)?.[name];
    return typeof method === 'function' ? (method.apply(target, input) as unknown) : undefined;
  } catch {
    return undefined;
  }
}

function part(target: unknown, name: string): unknown {
  try {
    return (target as Foreign | null | undefined)?.[name];
  } catch {
    return undefined;
  }
}

const pad = (value: number): string => String(value).padStart(2, '0');

/** Undefined for what is none of the kinds that a column can have. */
function plain(value: unknown): string | number | null | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  if (Object.prototype.toString.call(value) === '[object Date]') {
    const date = value as Date;
    return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
  }
  if (!Array.isArray(value)) return undefined;
  const [first] = value as unknown[];
  const name = first === undefined ? null : part(first, 'name');
  return name === null || typeof name === 'string' ? name : undefined;
}

function valueOf(attribute: unknown): FormValue {
  try {
    if (part(call(attribute, 'getUserPrivilege'), 'canRead') === false)
      return { fault: 'no-access' };
    const value = plain(call(attribute, 'getValue'));
    if (value === undefined) return { fault: 'not-readable' };
    return { value, dirty: call(attribute, 'getIsDirty') === true };
  } catch {
    return { fault: 'not-readable' };
  }
}

/** What the form holds just now, as a text; undefined where the page shows no form. */
export function formAnswer(page: unknown): string | undefined {
  try {
    const form = part(part(page, 'Xrm'), 'Page');
    const data = part(form, 'data');
    const [entity, id] = [
      call(part(data, 'entity'), 'getEntityName'),
      call(part(data, 'entity'), 'getId'),
    ];
    if (typeof entity !== 'string' || typeof id !== 'string') return undefined;
    const values: Partial<Record<AttributeName, FormValue>> = {};
    for (const name of ATTRIBUTES) {
      const attribute = call(form, 'getAttribute', name);
      if (attribute !== null && attribute !== undefined) values[name] = valueOf(attribute);
    }
    const answer: FormAnswer = { entity, id, values, ...processOf(part(data, 'process')) };
    return JSON.stringify(answer);
  } catch {
    return undefined;
  }
}

function processOf(process: unknown): Pick<FormAnswer, 'stage' | 'process'> {
  const stage = call(process, 'getActiveStage');
  const [id, name] = [call(stage, 'getId'), call(stage, 'getName')];
  const label = call(call(process, 'getActiveProcess'), 'getName');
  return {
    ...(typeof id === 'string' && typeof name === 'string' ? { stage: { id, name } } : {}),
    ...(typeof label === 'string' ? { process: label } : {}),
  };
}

/** Answers until it is told to end. A second one takes the place of the first. */
export function answerForms(view: Window & typeof globalThis): void {
  const { document } = view;
  document.dispatchEvent(new view.CustomEvent(END));
  const answer = (): void => {
    const detail = formAnswer(view);
    if (detail !== undefined) document.dispatchEvent(new view.CustomEvent(ANSWER, { detail }));
  };
  const end = (): void => {
    document.removeEventListener(ASK, answer);
    document.removeEventListener(END, end);
  };
  document.addEventListener(ASK, answer);
  document.addEventListener(END, end);
}
