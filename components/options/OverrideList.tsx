import type { Places } from '../../lib/app/options-health.ts';
import type { FieldName } from '../../lib/core/fields.ts';
import type { Selectors } from '../../lib/core/overrides.ts';
import { heldBy } from '../admin/delivery/held.ts';
import { Button } from '../ui/Button.tsx';
import type { Desk } from './desk.ts';
import { placeName } from './HealthField.tsx';

/** Where on the page it is said what became of a removal: the row itself goes away. */
export const OWN = 'own';

interface Props {
  readonly selectors: Selectors;
  readonly desk: Desk;
}

interface Override {
  readonly crm: string;
  readonly field: FieldName;
  readonly places: Places;
}

/** The selectors that the playbook in force brings along, and a way back to Dealside's own. */
export function OverrideList({ selectors, desk }: Props) {
  const { t } = desk.say;
  const overrides = Object.entries(selectors).flatMap(([crm, fields]) =>
    (Object.entries(fields) as [FieldName, Places][]).map(([field, places]) => ({
      crm,
      field,
      places,
    })),
  );
  return (
    <div className="op-health">
      <h3 className="op-strong">{t('options_override_title')}</h3>
      <p className="op-small">{t('options_override_lead')}</p>
      <ul className="op-rows op-flush">
        {overrides.map((override) => (
          <Row key={`${override.crm}:${override.field}`} override={override} desk={desk} />
        ))}
      </ul>
    </div>
  );
}

function Row({ override, desk }: { readonly override: Override; readonly desk: Desk }) {
  const { crm, field, places } = override;
  const { actions, publishing, say, view } = desk;
  const { t } = say;
  const held = heldBy(view, 'playbook') ?? heldBy(view, 'sites');
  const label = view.health.find((site) => site.crm === crm)?.label ?? crm;
  const states = (['shown', 'form'] as const).filter((state) => places[state]);
  const names = states.map((state) => placeName({ field, state }, say));
  return (
    <li className="op-row op-health-field">
      <div className="op-row-text">
        {states.map((state, index) => (
          <div key={state}>
            <h4 className="op-strong">
              {names[index]} <span className="op-tag">{label}</span>
            </h4>
            <code className="op-code op-lines">{places[state]?.join('\n')}</code>
          </div>
        ))}
      </div>
      {!held && (
        <Button
          busy={publishing.busy}
          onClick={() => void publishing.run(OWN, () => actions.publishPlaces(crm, field, null))}
        >
          {t('options_override_back', [view.next])}
          <span className="ds-hidden">: {say.fmt.list(names)}</span>
        </Button>
      )}
    </li>
  );
}
