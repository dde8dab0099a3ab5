import { diffLists, leavesOf, sameValue } from '../../../lib/core/trial/diff.ts';
import type { Condition } from '../../../lib/core/condition-schema.ts';
import type { Playbook, Text } from '../../../lib/core/playbook.ts';
import type { MessageKey } from '../../../lib/app/words.ts';
import type { Say } from '../../options/say.ts';
import { conditionSentence } from '../condition/sentence.ts';

/** One thing that changed of a rule or a setting: what, and how it was and is. "" for nothing. */
export interface DiffLine {
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

/** A rule that is new, gone or changed. A rule that is new or gone says what it is about. */
export interface DiffItem {
  readonly key: string;
  readonly is: 'added' | 'gone' | 'changed';
  readonly name: string;
  readonly about: string;
  readonly lines: readonly DiffLine[];
}

/** A part of the playbook in which something changed. */
export interface DiffPart {
  readonly id: string;
  readonly title: string;
  readonly items: readonly DiffItem[];
  /** Changes that stand by themselves: settings. */
  readonly lines: readonly DiffLine[];
  /** The rules' names in their new order, where that changed. */
  readonly order: readonly string[];
}

/** What puts a side's values into words: conditions speak of their own playbook's answers and facts. */
export interface Side {
  readonly playbook: Playbook;
  readonly say: Say;
}

/** One property of a rule: what it is called, and how its value reads. Of "" there is nothing to say. */
export interface Property<T> {
  readonly what: (say: Say) => string;
  readonly of: (item: T) => unknown;
  readonly text: (item: T, side: Side) => string;
}

/** A list of a playbook, as it is compared. */
export interface Listed<T> {
  readonly id: string;
  readonly title: MessageKey;
  readonly list: (playbook: Playbook) => readonly T[];
  readonly key: (item: T) => string;
  readonly name: (item: T, side: Side) => string;
  readonly about: (item: T, side: Side) => string;
  readonly properties: readonly Property<T>[];
}

const named =
  (key: MessageKey) =>
  ({ t }: Say): string =>
    t(key);

/** A property that is a plain text or number. */
export const plain = <T>(what: MessageKey, of: (item: T) => string | number | undefined) => ({
  what: named(what),
  of,
  text: (item: T) => String(of(item) ?? ''),
});

/** A property whose value has a word of its own. */
export const worded = <T>(
  what: MessageKey,
  of: (item: T) => unknown,
  text: (item: T, side: Side) => string,
): Property<T> => ({ what: named(what), of, text });

/** A property that is a day, YYYY-MM-DD. */
export const day = <T>(what: MessageKey, of: (item: T) => string): Property<T> =>
  worded(what, of, (item, { say }) => say.fmt.date(of(item)));

const languageName = (code: string, { fmt }: Say): string =>
  new Intl.DisplayNames(fmt.locale, { type: 'language' }).of(code) ?? code;

/** A text, language by language: each of them can change by itself. */
export const texts = <T>(
  what: MessageKey,
  of: (item: T) => Text | undefined,
): readonly Property<T>[] =>
  (['en', 'nl'] as const).map((language) => ({
    what: (say) => say.t('diff_in', [say.t(what), languageName(language, say)]),
    of: (item) => of(item)?.[language],
    text: (item) => of(item)?.[language] ?? '',
  }));

/** A condition, as the sentence that it reads back as. */
export const condition = <T>(
  what: MessageKey,
  of: (item: T) => Condition | undefined,
): Property<T> =>
  worded(what, of, (item, { playbook, say }) => {
    const asked = of(item);
    return asked ? conditionSentence(asked, playbook, say) : '';
  });

/** Where two values differ and read the same, the values themselves tell them apart. */
function linesOf<T>(
  properties: readonly Property<T>[],
  [before, was]: readonly [T, Side],
  [after, is]: readonly [T, Side],
): readonly DiffLine[] {
  return properties.flatMap(({ what, of, text }) => {
    if (sameValue(of(before), of(after))) return [];
    const line = { what: what(is.say), before: text(before, was), after: text(after, is) };
    if (line.before !== line.after) return [line];
    return [{ ...line, before: rawText(of(before)), after: rawText(of(after)) }];
  });
}

const rawText = (value: unknown): string => (value === undefined ? '' : JSON.stringify(value));

/** What changed in one list; null for nothing. */
export function partOf<T>(listed: Listed<T>, was: Side, is: Side): DiffPart | null {
  const { id, title, list, key, name, about, properties } = listed;
  const { added, gone, changed, reordered } = diffLists(list(was.playbook), list(is.playbook), key);
  const whole = (item: T, side: Side, how: 'added' | 'gone'): DiffItem => ({
    key: key(item),
    is: how,
    name: name(item, side),
    about: about(item, side),
    lines: [],
  });
  const items: DiffItem[] = [
    ...added.map((item) => whole(item, is, 'added')),
    ...gone.map((item) => whole(item, was, 'gone')),
    ...changed.map((pair) => ({
      key: key(pair.after),
      is: 'changed' as const,
      name: name(pair.after, is),
      about: '',
      lines: linesOf(properties, [pair.before, was], [pair.after, is]),
    })),
  ];
  if (items.length === 0 && !reordered) return null;
  const order = reordered ? list(is.playbook).map((item) => name(item, is)) : [];
  return { id, title: is.say.t(title), items, lines: [], order };
}

/** Every leaf that differs between two values, each with its path: for what has no words of its own. */
export function leafLines(before: unknown, after: unknown): readonly DiffLine[] {
  const [old, fresh] = [leavesOf(before), leavesOf(after)];
  const text = (value: unknown): string =>
    value === undefined ? '' : typeof value === 'string' ? value : rawText(value);
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((path) =>
    sameValue(old.get(path), fresh.get(path))
      ? []
      : [{ what: path, before: text(old.get(path)), after: text(fresh.get(path)) }],
  );
}
