import { useMemo, useState } from 'react';
import { playbookOf, type Site } from '../../lib/app/options-model.ts';
import type { Suggested } from '../../lib/app/options-suggested.ts';
import type { Playbook } from '../../lib/core/playbook.ts';
import {
  draftGate,
  takeDrafts,
  type Drafted,
  type GateDraft,
  type Suggestion,
} from '../../lib/core/suggested.ts';
import { Button } from '../ui/Button.tsx';
import { Confirm } from './Confirm.tsx';
import type { Desk } from './desk.ts';
import { Outcome } from './Outcome.tsx';
import type { Say } from './say.ts';
import { SuggestedRow } from './SuggestedRow.tsx';

/** A draft that the gates are taken into, in the place of being published at once. */
export interface Into {
  readonly playbook: Playbook;
  readonly take: (drafts: readonly GateDraft[]) => void;
}

interface Props {
  readonly into: Into | undefined;
  readonly found: Extract<Suggested, { kind: 'gates' }>;
  readonly site: Site;
  readonly desk: Desk;
}

interface Row {
  readonly suggestion: Suggestion;
  readonly drafted: Drafted;
}

const today = (): string => Temporal.Now.plainDateISO().toString();

function rowsOf(
  { crm, gates, custom }: Props['found'],
  playbook: Playbook,
  crmLabel: string,
): Row[] {
  const on = { crm, crmLabel, playbook, custom: new Set(custom), today: today() };
  return gates.map((suggestion) => ({ suggestion, drafted: draftGate(suggestion, on) }));
}

/** The rules of a CRM by stage, each to be chosen, and the playbook that would come of it. */
export function SuggestedGates({ found, site, desk, into }: Props) {
  const { view, say } = desk;
  const playbook = into?.playbook ?? playbookOf(view.inForce);
  const label = view.labels[found.crm] ?? found.crm;
  const rows = useMemo(
    () => (playbook ? rowsOf(found, playbook, label) : []),
    [found, playbook, label],
  );
  if (!playbook) return <p className="op-under">{say.t('options_place_later')}</p>;
  return <Choice {...{ rows, playbook, desk, into }} place={`suggested:${site.pattern}`} />;
}

interface ChoiceProps {
  readonly into: Into | undefined;
  readonly rows: readonly Row[];
  readonly playbook: Playbook;
  readonly place: string;
  readonly desk: Desk;
}

function Choice({ rows, playbook, place, desk, into }: ChoiceProps) {
  const { actions, publishing, say, view } = desk;
  const { t } = say;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState(false);
  const drafts = rows.flatMap(({ suggestion, drafted }) =>
    drafted.can && !drafted.has && chosen.has(suggestion.id) ? [drafted.draft] : [],
  );
  const choose = (id: string, on: boolean): void => {
    publishing.forget();
    setAsking(false);
    setChosen(new Set(on ? [...chosen, id] : [...chosen].filter((each) => each !== id)));
  };
  return (
    <div className="op-under op-suggested">
      <Stages {...{ rows, chosen, say }} onChoose={choose} />
      {asking && drafts.length > 0 ? (
        <Confirm
          {...{ desk, place }}
          title={t('options_suggested_confirm', drafts.length, [drafts.length, view.next])}
          playbook={takeDrafts(playbook, drafts)}
          version={view.next}
          publish={() => actions.publishGates(drafts)}
          onClose={() => {
            setAsking(false);
          }}
        >
          <p className="op-small">{t('options_suggested_note')}</p>
        </Confirm>
      ) : (
        <div className="op-actions">
          <Button
            aria-disabled={drafts.length === 0}
            onClick={() => {
              publishing.forget();
              if (into) into.take(drafts);
              else setAsking(drafts.length > 0);
            }}
          >
            {drafts.length === 0
              ? t('options_suggested_take_none')
              : t(into ? 'edit_crm_take' : 'options_suggested_take', drafts.length)}
          </Button>
        </div>
      )}
      <Outcome result={publishing.at(place)} say={say} />
    </div>
  );
}

interface StagesProps {
  readonly rows: readonly Row[];
  readonly chosen: ReadonlySet<string>;
  readonly say: Say;
  readonly onChoose: (id: string, on: boolean) => void;
}

function Stages({ rows, chosen, say, onChoose }: StagesProps) {
  return [...stagesOf(rows)].map(([stage, ofStage]) => (
    <fieldset key={stage}>
      <legend className="op-strong">{stage || say.t('options_suggested_always')}</legend>
      <ul>
        {ofStage.map((row) => (
          <SuggestedRow
            key={row.suggestion.id}
            {...row}
            say={say}
            checked={chosen.has(row.suggestion.id)}
            onChange={(on) => {
              onChoose(row.suggestion.id, on);
            }}
          />
        ))}
      </ul>
    </fieldset>
  ));
}

/** The rules under their stages, in the order in which the CRM gave them; "" for those of every stage. */
function stagesOf(rows: readonly Row[]): Map<string, Row[]> {
  const stages = new Map<string, Row[]>();
  for (const row of rows) {
    const { stage, pipeline } = row.suggestion;
    const name = stage ? [pipeline, stage.label].filter(Boolean).join(' · ') : '';
    stages.set(name, [...(stages.get(name) ?? []), row]);
  }
  return stages;
}
