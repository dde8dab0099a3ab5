import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { SelectInput } from '../../form/SelectInput.tsx';
import type { PartProps } from '../part.ts';
import { CrmStagesPanel } from './CrmStagesPanel.tsx';
import { stageRows } from './stage-rows.ts';
import { PartFindings } from './PartFindings.tsx';
import { useCrmNames } from './use-crm-names.ts';

/** What each stage of each CRM means for the forecast. */
export function StagesPart(props: PartProps) {
  const { desk, draft, known } = props;
  const { say } = desk;
  const { t } = say;
  const nameOf = useCrmNames(desk);
  const [asked, setAsked] = useState<readonly string[]>([]);
  const crms = stageRows(draft, known, asked);
  const others = Object.keys(desk.view.labels)
    .filter((crm) => !crms.some((each) => each.crm === crm))
    .map((crm) => ({ value: crm, label: nameOf(crm) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, say.fmt.locale));
  return (
    <div className="pt">
      <p className="op-lead">{t('parts_stages_lead')}</p>
      <PartFindings {...props} entries="" />
      {crms.map((stages) => (
        <CrmStagesPanel
          key={stages.crm}
          {...props}
          name={nameOf(stages.crm)}
          stages={stages}
          inUse={known.crms.some(({ crm }) => crm === stages.crm)}
        />
      ))}
      {others.length > 0 && (
        <AnotherCrm
          key={others.length}
          say={say}
          choices={others}
          onAdd={(crm) => {
            setAsked([...asked, crm]);
          }}
        />
      )}
    </div>
  );
}

interface AnotherProps {
  readonly say: PartProps['desk']['say'];
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly onAdd: (crm: string) => void;
}

/** A CRM that no deal here comes from, for a team that is to begin with it. */
function AnotherCrm({ say, choices, onAdd }: AnotherProps) {
  const [crm, setCrm] = useState(choices[0]?.value ?? '');
  return (
    <div className="pt-add">
      <SelectInput
        say={say}
        label={say.t('parts_stages_another')}
        value={crm}
        choices={choices}
        onChange={setCrm}
      />
      <Button
        onClick={() => {
          onAdd(crm);
        }}
      >
        {say.t('parts_stages_another_add')}
      </Button>
    </div>
  );
}
