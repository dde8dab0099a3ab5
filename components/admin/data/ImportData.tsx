import { useRef, useState } from 'react';
import type { FileFound } from '../../../lib/app/admin/data-model.ts';
import { ACT_FAULT_KEYS } from '../../card/fault-words.ts';
import { ChooseFile } from '../../options/ChooseFile.tsx';
import type { DataProps } from './DataScreen.tsx';
import { FoundFile } from './FoundFile.tsx';
import { newsIn, type GoodFile } from './news.ts';
import { Refused } from './Refused.tsx';
import { Said, type SaidText } from '../../options/Said.tsx';

interface Chosen {
  readonly name: string;
  /** Null while it is read. */
  readonly found: FileFound | null;
}

/** Takes a file that was exported elsewhere: it is read first, what it would do is shown, and it is taken when that is confirmed. */
export function ImportData(props: DataProps) {
  const { desk } = props;
  const { t } = desk.say;
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [said, setSaid] = useState<SaidText | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const asked = useRef(0);
  const choose = async (file: File): Promise<void> => {
    asked.current += 1;
    const turn = asked.current;
    setSaid(null);
    setChosen({ name: file.name, found: null });
    const found = await desk.actions.data.lookInto(file);
    if (turn === asked.current) setChosen({ name: file.name, found });
  };
  return (
    <>
      <hr className="op-rule" />
      <div className="op-actions">
        <ChooseFile input={input} label={t('data_import')} onChoose={(file) => void choose(file)} />
      </div>
      <div role="status">
        {chosen && !chosen.found && <p>{t('data_import_busy')}</p>}
        {chosen?.found && <Refused name={chosen.name} found={chosen.found} say={desk.say} />}
      </div>
      {chosen?.found?.kind === 'good' && (
        <FoundFile
          key={chosen.name}
          desk={desk}
          name={chosen.name}
          found={chosen.found}
          onTake={async (found, withPlaybook) => {
            const { taken, ...outcome } = await takeFile(props, found, withPlaybook);
            if (taken) setChosen(null);
            setSaid(outcome);
          }}
          onClose={() => {
            setChosen(null);
            input.current?.focus();
          }}
        />
      )}
      <Said said={said} />
    </>
  );
}

/** Takes the file, and then its playbook where that was asked for; says what became of each. */
async function takeFile(
  { desk, again }: DataProps,
  found: GoodFile,
  withPlaybook: boolean,
): Promise<SaidText & { readonly taken: boolean }> {
  const { actions, refresh } = desk;
  const { t } = desk.say;
  const result = await actions.data.take(found);
  if (!result.ok) return { taken: false, good: false, text: t(ACT_FAULT_KEYS[result.fault]) };
  const wanted = withPlaybook ? found.playbook : null;
  const published = wanted && (await actions.publish(wanted.text));
  await Promise.all([again(), published?.ok === true ? refresh() : undefined]);
  const sentences = [t('data_import_taken', newsIn(result))];
  if (published?.ok === true) sentences.push(t('data_import_published', [published.version]));
  if (published?.ok === false) sentences.push(t('data_import_not_published'));
  return { taken: true, good: published?.ok !== false, text: sentences.join(' ') };
}
