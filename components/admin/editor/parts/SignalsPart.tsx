import { packs, defaultPack } from '../../../../lib/playbooks/index.ts';
import { findingsAt } from '../../../../lib/core/lint/finding.ts';
import type { Playbook, SignalRule } from '../../../../lib/core/playbook.ts';
import { SIGNAL_IDS, type SignalId } from '../../../../lib/core/signals/ids.ts';
import type { Say } from '../../../options/say.ts';
import { Button } from '../../../ui/Button.tsx';
import { Switch } from '../../form/Switch.tsx';
import type { PartProps } from '../part.ts';
import { Entry } from './Entry.tsx';
import { PartFindings } from './PartFindings.tsx';
import { editedAt, withoutAt } from './lists.ts';
import { KeeperFields, NeededText, QuestionText, WhyText } from './RuleFields.tsx';
import { SIGNAL_UNITS, signalLine } from './signal-units.ts';
import { Thresholds } from './Thresholds.tsx';
import { useTake } from './use-take.ts';

/** A signal as it comes with the pack that the draft began as, or with any that has it. */
function defaultOf(id: SignalId, draft: Playbook): SignalRule | undefined {
  const own = Object.hasOwn(packs, draft.id) ? (draft.id as keyof typeof packs) : defaultPack;
  const all = [packs[own], ...Object.values(packs)];
  return all.flatMap(({ signals }) => signals).find((rule) => rule.id === id);
}

/** The signs that a deal is going stale: each with its switch, its thresholds and its words. */
export function SignalsPart(props: PartProps) {
  const { desk, draft, change } = props;
  const { say } = desk;
  const missing = SIGNAL_IDS.filter((id) => !draft.signals.some((rule) => rule.id === id));
  return (
    <div className="pt" data-list>
      <p className="op-lead">{say.t('parts_signals_lead')}</p>
      <PartFindings {...props} entries="signals" />
      <ul className="op-panel pt-list">
        {draft.signals.map((rule, index) => (
          <SignalRow key={rule.id} {...props} rule={rule} index={index} />
        ))}
      </ul>
      {missing.length > 0 && (
        <div className="op-actions">
          {missing.map((id) => {
            const rule = defaultOf(id, draft);
            return (
              rule && (
                <Button
                  key={id}
                  data-add
                  onClick={() => {
                    change((now) => ({ ...now, signals: [...now.signals, rule] }));
                  }}
                >
                  {say.t('parts_add_named', [say.fmt.text(rule.name)])}
                </Button>
              )
            );
          })}
        </div>
      )}
    </div>
  );
}

interface RowProps extends PartProps {
  readonly rule: SignalRule;
  readonly index: number;
}

function SignalRow({ desk, draft, change, findings, rest, rule, index }: RowProps) {
  const { say } = desk;
  const { t, fmt } = say;
  const edit = (part: Partial<SignalRule>): void => {
    change((now) => ({
      ...now,
      signals: editedAt(now.signals, index, (old) => ({ ...old, ...part })),
    }));
  };
  const take = useTake(change);
  const usual = defaultOf(rule.id, draft);
  return (
    <Entry
      say={say}
      title={fmt.text(rule.name)}
      line={signalLine(rule, say)}
      tag={rule.on ? undefined : t('parts_off')}
      findings={findingsAt(findings, ['signals', index])}
      onTake={take}
      wanted={rest[0] === rule.id}
    >
      <Switch
        label={t('parts_signal_on')}
        hint={t(SIGNAL_UNITS[rule.id].what)}
        checked={rule.on}
        onChange={(on) => {
          edit({ on });
        }}
      />
      <Thresholds say={say} rule={rule} onChange={edit} />
      <RuleTexts say={say} rule={rule} onChange={edit} />
      <Back
        {...{ say, rule, usual }}
        onBack={() => {
          if (usual) change((now) => ({ ...now, signals: replaced(now.signals, index, usual) }));
        }}
      />
    </Entry>
  );
}

const replaced = (rules: readonly SignalRule[], index: number, rule: SignalRule): SignalRule[] => [
  ...rules.slice(0, index),
  rule,
  ...withoutAt(rules.slice(index), 0),
];

interface TextsProps {
  readonly say: Say;
  readonly rule: SignalRule;
  readonly onChange: (part: Partial<SignalRule>) => void;
}

function RuleTexts({ say, rule, onChange }: TextsProps) {
  const { t } = say;
  return (
    <>
      <NeededText
        say={say}
        label={t('parts_name')}
        value={rule.name}
        onChange={(name) => {
          onChange({ name });
        }}
      />
      <WhyText
        say={say}
        value={rule.why}
        onChange={(why) => {
          onChange({ why });
        }}
      />
      <QuestionText
        say={say}
        value={rule.question}
        onChange={(question) => {
          onChange({ question });
        }}
      />
      <KeeperFields say={say} value={rule} onChange={onChange} />
    </>
  );
}

interface BackProps {
  readonly say: Say;
  readonly rule: SignalRule;
  readonly usual: SignalRule | undefined;
  readonly onBack: () => void;
}

/** The way back to what came with Dealside. It keeps the focus when there is nothing to go back from. */
function Back({ say: { t }, rule, usual, onBack }: BackProps) {
  const same = !usual || JSON.stringify(usual) === JSON.stringify({ ...usual, ...rule });
  return (
    <div className="op-actions">
      <Button busy={same} onClick={onBack}>
        {t('parts_signal_default')}
      </Button>
      <p role="status" className="op-small">
        {same ? t('parts_signal_is_default') : ''}
      </p>
    </div>
  );
}
