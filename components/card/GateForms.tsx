import type { AnswerRule, Gate } from '../../lib/core/playbook.ts';
import { useCard } from './context.ts';
import { addDays } from './days.ts';
import { DraftForm } from './DraftForm.tsx';
import { useDraft, type DraftHandle } from './drafts.ts';

/** Days that an exception runs when nobody says otherwise. */
const EXCEPTION_DAYS = 14;

interface GateFormsHandle {
  /** The answer that the gate asks for, if it asks for one. */
  readonly rule: AnswerRule | undefined;
  readonly answered: boolean;
  readonly answer: DraftHandle;
  readonly exception: DraftHandle;
}

/** The two forms of a gate. An answer that is there already is what its form starts with. */
export function useGateForms({ id, answer: wanted }: Gate): GateFormsHandle {
  const { drafts, playbook, deal, today } = useCard();
  const rule = playbook?.answers.find(({ key }) => key === wanted);
  const kept = rule ? deal?.answers?.[rule.key] : undefined;
  return {
    rule,
    answered: kept !== undefined,
    answer: useDraft(drafts, `answer:${id}`, { text: kept?.text ?? '', date: kept?.date ?? '' }),
    exception: useDraft(drafts, `exception:${id}`, {
      text: '',
      date: addDays(today, EXCEPTION_DAYS),
    }),
  };
}

interface FormProps {
  readonly gate: Gate;
  readonly handle: DraftHandle;
  readonly onLeave: (form: HTMLElement | null) => void;
}

/** Writes the answer that a gate asks for. */
export function AnswerForm({
  gate,
  rule,
  handle,
  onLeave,
}: FormProps & { readonly rule: AnswerRule }) {
  const { t, fmt, actions } = useCard();
  const name = fmt.text(gate.name);
  return (
    <DraftForm
      name={name}
      label={fmt.text(rule.label)}
      hint={fmt.text(rule.hint)}
      handle={handle}
      date={rule.date && { label: fmt.text(rule.date), future: false }}
      save={(text, date) => actions.saveAnswer(rule.key, text, date === '' ? undefined : date)}
      done={t('save_saved_named', [name])}
      onLeave={onLeave}
    />
  );
}

/** Waives a gate on this deal, with a reason and an end. */
export function ExceptionForm({ gate, handle, onLeave }: FormProps) {
  const { t, fmt, actions } = useCard();
  const name = fmt.text(gate.name);
  return (
    <DraftForm
      name={t('form_exception_title', [name])}
      label={t('form_reason')}
      hint={t('form_exception_hint')}
      handle={handle}
      date={{ label: t('form_until'), future: true }}
      save={(reason, until) => actions.saveException(gate.id, reason, until)}
      done={t('save_excepted', [name])}
      onLeave={onLeave}
    />
  );
}
