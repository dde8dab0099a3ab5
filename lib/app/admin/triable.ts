import type { Playbook, Text } from '../../core/playbook.ts';

/** Stands for a text that nobody has written yet. */
const UNWRITTEN = '…';

const written = (line: string): string => (line.trim() === '' ? UNWRITTEN : line);

function told({ en, nl }: Text): Text {
  return nl === undefined || nl.trim() === '' ? { en: written(en) } : { en: written(en), nl };
}

/** What a rule is called, why it is there and who keeps it: nothing of that decides where a deal stands. */
interface Kept {
  readonly name: Text;
  readonly owner: string;
  readonly reviewBy: string;
}

function kept<T extends Kept>(rule: T, today: string): T {
  const { name, owner, reviewBy } = rule;
  const day = reviewBy === '' ? today : reviewBy;
  return { ...rule, name: told(name), owner: written(owner), reviewBy: day };
}

function asked<T extends Kept & { readonly why: Text; readonly question: Text }>(
  rule: T,
  today: string,
): T {
  const { why, question } = rule;
  return { ...kept(rule, today), why: told(why), question: told(question) };
}

/**
 * A draft as it can be tried before its words are all there: what is not written yet and decides nothing (names, whys, questions,
 * owners, review dates) is filled in. What decides (conditions, thresholds, references) stays as it is, and is checked as ever.
 * `today` is YYYY-MM-DD.
 */
export function triable(draft: Playbook, today: string): Playbook {
  const { cards } = draft;
  return {
    ...draft,
    name: told(draft.name),
    gates: draft.gates.map((gate) => {
      const { how, ...rest } = gate;
      const told = asked(rest, today);
      return how === undefined || how.en.trim() === '' ? told : { ...told, how };
    }),
    signals: draft.signals.map((signal) => asked(signal, today)),
    prompts: draft.prompts.map((rule) => ({ ...rule, text: told(rule.text), why: told(rule.why) })),
    answers: draft.answers.map((rule) => ({
      ...rule,
      label: told(rule.label),
      hint: told(rule.hint),
    })),
    ...(cards
      ? { cards: cards.map((card) => ({ ...kept(card, today), text: told(card.text) })) }
      : {}),
  };
}
