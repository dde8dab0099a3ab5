import type { Assessment, GateVerdict } from '../assessment.ts';
import type { Playbook } from '../playbook.ts';
import { standingOf } from '../standing.ts';

/** Fewer deals than this say little about a rule. */
export const FAIR_DEALS = 30;
/** A rule that was disputed on fewer deals than this is not nominated for it. */
const FEW_DISPUTES = 3;
/** From this share of the deals on which it spoke up, it is disputed often, or as good as always waived. */
const OFTEN = 0.2;
const ALWAYS = 0.8;
/** Fewer waivers than this are no habit. */
const FEW_WAIVERS = 5;

/** What is kept about one deal's rules beside its assessment. Rules are "gate:<id>" and "signal:<id>". */
export interface RuleRecords {
  /** Gates with an exception that has run out. */
  readonly pastExceptions: readonly string[];
  /** Rules that somebody said do not fit this deal. */
  readonly disputes: readonly string[];
}

/** What a gate did on the deals that were looked at. */
export interface GateUse {
  readonly id: string;
  /** Deals on which it stood: met, open, can't tell and excepted together. */
  stood: number;
  met: number;
  /** Open, and not excepted. */
  open: number;
  cannotTell: number;
  /** Excepted today. */
  excepted: number;
  /** Excepted before; the exception has run out and is still kept. */
  exceptedBefore: number;
  disputed: number;
  /** Forecast deals on which it is required and not excepted: those that it could decide. */
  could: number;
  /** Deals that would stand differently without it. */
  decides: number;
}

/** What a signal did on the deals that were looked at. A signal changes no standing. */
export interface SignalUse {
  readonly id: string;
  amber: number;
  red: number;
  disputed: number;
}

export interface Use {
  /** Deals that are neither won nor lost. */
  readonly deals: number;
  readonly gates: readonly GateUse[];
  readonly signals: readonly SignalUse[];
}

const count = (verdicts: readonly GateVerdict[], state: GateVerdict['state']): number =>
  verdicts.reduce((sum, verdict) => (verdict.state === state ? sum + 1 : sum), 0);

/**
 * Counts what every gate and signal of a playbook does, deal by deal. Whether a gate decides a deal is told from the number
 * of required gates that are open: a deal is not assessed again for every gate.
 */
export function countUse({ gates, signals }: Playbook): {
  readonly add: (assessment: Assessment, kept: RuleRecords) => void;
  readonly use: () => Use;
} {
  const gateUse = new Map<string, GateUse>(gates.map(({ id }) => [id, noGate(id)]));
  const signalUse = new Map<string, SignalUse>(
    signals.filter(({ on }) => on).map(({ id }) => [id, { id, amber: 0, red: 0, disputed: 0 }]),
  );
  let deals = 0;
  return {
    add: (assessment, { pastExceptions, disputes }) => {
      deals += 1;
      addGates(assessment, gateUse);
      for (const { rule, level } of assessment.signals) {
        const known = signalUse.get(rule.id);
        if (known) known[level] += 1;
      }
      for (const id of pastExceptions) add(gateUse.get(id), 'exceptedBefore');
      for (const rule of new Set(disputes)) {
        const [kind, id = ''] = rule.split(':');
        add(kind === 'gate' ? gateUse.get(id) : signalUse.get(id), 'disputed');
      }
    },
    use: () => ({ deals, gates: [...gateUse.values()], signals: [...signalUse.values()] }),
  };
}

const noGate = (id: string): GateUse => ({
  id,
  stood: 0,
  met: 0,
  open: 0,
  cannotTell: 0,
  excepted: 0,
  exceptedBefore: 0,
  disputed: 0,
  could: 0,
  decides: 0,
});

function add<K extends string>(to: Record<K, number> | undefined, key: K): void {
  if (to) to[key] += 1;
}

function addGates({ category, standing, gates }: Assessment, uses: Map<string, GateUse>): void {
  const held = gates.filter(({ need, exception }) => need === 'required' && !exception);
  const [open, unsure] = [count(held, 'open'), count(held, 'cannot-tell')];
  for (const { gate, need, state, exception } of gates) {
    const use = uses.get(gate.id);
    if (!use) continue;
    use.stood += 1;
    if (exception) {
      use.excepted += 1;
      continue;
    }
    if (state === 'met') use.met += 1;
    else if (state === 'open') use.open += 1;
    else use.cannotTell += 1;
    if (need !== 'required' || standing === 'none') continue;
    use.could += 1;
    if (state === 'met') continue;
    const [less, stillUnsure] = state === 'open' ? [open - 1, unsure > 0] : [open, unsure > 1];
    if (standingOf(category, less, stillUnsure) !== standing) use.decides += 1;
  }
}

/** Why a rule may be retired. */
export type Retire =
  'disputed' | 'always-waived' | 'never-told' | 'never-open' | 'decides-nothing' | 'never-raised';

/**
 * Why a gate may be retired; undefined for none. A gate that is disputed often, or waived nearly wherever it would be
 * open, is named from a few deals on; one that changes nothing only over FAIR_DEALS deals. An advised gate decides
 * nothing by its nature, and is not nominated for that.
 */
export function retireGate(use: GateUse): Retire | undefined {
  const { stood, met, open, cannotTell, excepted, exceptedBefore, disputed } = use;
  const waived = excepted + exceptedBefore;
  const spoke = open + cannotTell + waived;
  if (disputed >= FEW_DISPUTES && disputed >= OFTEN * spoke) return 'disputed';
  if (waived >= FEW_WAIVERS && waived >= ALWAYS * (open + waived)) return 'always-waived';
  if (stood < FAIR_DEALS) return undefined;
  if (cannotTell === stood) return 'never-told';
  if (met === stood) return 'never-open';
  return use.could >= FAIR_DEALS && use.decides === 0 ? 'decides-nothing' : undefined;
}

/** Why a signal may be retired, over so many deals; undefined for none. */
export function retireSignal(
  { amber, red, disputed }: SignalUse,
  deals: number,
): Retire | undefined {
  const raised = amber + red;
  if (disputed >= FEW_DISPUTES && disputed >= OFTEN * raised) return 'disputed';
  return deals >= FAIR_DEALS && raised === 0 ? 'never-raised' : undefined;
}
