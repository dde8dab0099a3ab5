import type { ReactNode } from 'react';
import type { Gate, SignalRule } from '../../../lib/core/playbook.ts';
import {
  retireGate,
  retireSignal,
  type GateUse,
  type Retire,
  type SignalUse,
} from '../../../lib/core/trial/use.ts';
import type { MessageKey } from '../../../lib/app/words.ts';
import { hashOf } from '../../options/routes.ts';
import type { Say } from '../../options/say.ts';

interface GateProps {
  readonly gate: Gate;
  readonly use: GateUse;
  readonly say: Say;
}

/** What one gate does: how it comes out, what it decides, and whether it may go. */
export function GateUseRow({ gate, use, say }: GateProps) {
  const { t, fmt } = say;
  const { stood, met, open, cannotTell, excepted, exceptedBefore, disputed, decides } = use;
  const advised = gate.need.forecast !== 'required' && gate.need.commit !== 'required';
  const why = retireGate(use);
  const counts: readonly (readonly [MessageKey, number])[] = [
    ['trial_state_met', met],
    ['trial_state_open', open],
    ['trial_state_cannot_tell', cannotTell],
    ['trial_state_excepted', excepted],
    ['use_excepted_before', exceptedBefore],
    ['use_disputed', disputed],
  ];
  return (
    <Row
      name={fmt.text(gate.name)}
      part="gates"
      id={gate.id}
      retire={why && retireText(why, use, say)}
      say={say}
    >
      <p>
        {stood === 0 ? t('use_stood_none') : t('use_stood', stood, [fmt.number(stood)])}{' '}
        {stood > 0 && (advised ? t('use_advised') : decidesText(decides, say))}
      </p>
      {stood > 0 && <Counts counts={counts} say={say} />}
    </Row>
  );
}

const decidesText = (decides: number, { t, fmt }: Say): string =>
  decides === 0 ? t('use_decides_none') : t('use_decides', decides, [fmt.number(decides)]);

interface SignalProps {
  readonly rule: SignalRule;
  readonly use: SignalUse;
  /** Deals that were looked at. */
  readonly deals: number;
  readonly say: Say;
}

/** What one signal does: how often it is raised, and whether it may go. */
export function SignalUseRow({ rule, use, deals, say }: SignalProps) {
  const { t, fmt } = say;
  const { amber, red, disputed } = use;
  const raised = amber + red;
  const why = retireSignal(use, deals);
  const retire = why && retireText(why, { ...use, stood: deals }, say);
  return (
    <Row name={fmt.text(rule.name)} part="signals" id={rule.id} retire={retire} say={say}>
      <p>
        {raised === 0
          ? t('use_raised_none', deals, [fmt.number(deals)])
          : t('use_raised', raised, [fmt.number(raised), fmt.number(deals)])}
      </p>
      {raised + disputed > 0 && (
        <Counts
          counts={[
            ['use_amber', amber],
            ['use_red', red],
            ['use_disputed', disputed],
          ]}
          say={say}
        />
      )}
    </Row>
  );
}

interface RowProps {
  readonly name: string;
  /** Where it stands in the editor. */
  readonly part: string;
  readonly id: string;
  /** Why it may go; undefined where it earns its keep, or too little is known. */
  readonly retire: string | undefined;
  readonly say: Say;
  readonly children: ReactNode;
}

function Row({ name, part, id, retire, say: { t }, children }: RowProps) {
  return (
    <li className="op-row tr-use">
      <div className="op-row-text">
        <p className="op-strong">
          {name}{' '}
          {retire !== undefined && <span className="op-tag tr-retire">{t('use_may_go')}</span>}
        </p>
        {children}
        {retire !== undefined && <p className="tr-retire-why">{retire}</p>}
      </div>
      <a
        className="ds-button ds-button-plain tr-link"
        href={hashOf('edit', part, id)}
        aria-label={t('use_edit_named', [name])}
      >
        {t('use_edit')}
      </a>
    </li>
  );
}

interface CountsProps {
  readonly counts: readonly (readonly [MessageKey, number])[];
  readonly say: Say;
}

/** Numbers with their names. What is nought is left out, but for the first two, which always say something. */
function Counts({ counts, say: { t, fmt } }: CountsProps) {
  return (
    <dl className="tr-counts">
      {counts.map(([key, count], place) =>
        count > 0 || place < 2 ? (
          <div key={key}>
            <dt>{t(key)}</dt>
            <dd>{fmt.number(count)}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

type Counted = Pick<GateUse, 'stood' | 'disputed'> & Partial<GateUse>;

/** Why a rule may go, with the numbers behind it. */
function retireText(why: Retire, use: Counted, { t, fmt }: Say): string {
  const stood = fmt.number(use.stood);
  switch (why) {
    case 'disputed':
      return t('use_why_disputed', use.disputed, [fmt.number(use.disputed)]);
    case 'always-waived': {
      const waived = (use.excepted ?? 0) + (use.exceptedBefore ?? 0);
      return t('use_why_waived', waived, [fmt.number(waived), fmt.number(use.open ?? 0)]);
    }
    case 'never-told':
      return t('use_why_never_told', [stood]);
    case 'never-open':
      return t('use_why_never_open', [stood]);
    case 'decides-nothing':
      return t('use_why_decides_nothing', [stood]);
    case 'never-raised':
      return t('use_why_never_raised', [stood]);
  }
}
