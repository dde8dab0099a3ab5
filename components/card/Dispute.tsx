import type { GateResult, SignalResult } from '../../lib/core/assessment.ts';
import { Button } from '../ui/Button.tsx';
import { useCard, type CardContext } from './context.ts';
import { DraftForm } from './DraftForm.tsx';
import { useDraft } from './drafts.ts';
import { useReturnFocus } from './use-focus.ts';

interface Props {
  /** "gate:<id>" or "signal:<id>". */
  readonly rule: string;
  /** The rule's name, for whoever hears the button alone. */
  readonly name: string;
}

const isDisputed = ({ view }: CardContext, rule: string): boolean =>
  view.disputes.some((dispute) => dispute.rule === rule);

/** The rule of a gate or of a signal, as a dispute names it. */
export const gateRule = ({ gate }: GateResult): string => `gate:${gate.id}`;
export const signalRule = ({ rule }: SignalResult): string => `signal:${rule.id}`;

/**
 * "This doesn't fit this deal": tells whoever keeps the playbook, and changes no standing. Once it was said, that is
 * shown, and the same button takes it back, so that the focus stays where it is.
 */
export function Dispute({ rule, name }: Props) {
  const card = useCard();
  const { t, view, actions, drafts, act } = card;
  const handle = useDraft(drafts, `dispute:${rule}`, { text: '', date: '' });
  const { opener, leave } = useReturnFocus(handle.draft.open);
  const said = view.disputes.find((dispute) => dispute.rule === rule);
  const open = handle.draft.open && !said;
  if (view.readOnly && !said) return null;
  const press = (): void => {
    if (said) void act(t('dispute_undone', [name]), () => actions.endDispute(rule));
    else handle.set({ open: true });
  };
  return (
    <div className="ds-dispute">
      {said && (
        <p className="ds-quiet">
          {said.reason === undefined ? t('dispute_said') : t('dispute_said_reason', [said.reason])}
        </p>
      )}
      {open && (
        <DraftForm
          name={t('dispute_title', [name])}
          label={t('dispute_reason')}
          hint={t('dispute_hint')}
          handle={handle}
          optional
          save={(reason) => actions.saveDispute(rule, reason)}
          done={t('dispute_done', [name])}
          onLeave={leave}
        />
      )}
      {!open && !view.readOnly && (
        <Button
          look="quiet"
          ref={opener}
          aria-label={t(said ? 'dispute_undo_named' : 'dispute_named', [name])}
          onClick={press}
        >
          {t(said ? 'dispute_undo' : 'dispute_open')}
        </Button>
      )}
    </div>
  );
}

/** What was said about a rule that now stands as one line: shown only where something was. */
export function Disputed(props: Props) {
  return isDisputed(useCard(), props.rule) ? <Dispute {...props} /> : null;
}
