import { POLICY_FILE_NAMES, type PolicyFileId } from '../../../lib/app/policy-files.ts';
import { Button } from '../../ui/Button.tsx';
import { TextInput } from '../form/TextInput.tsx';
import { FILE_KEYS } from './policy-words.ts';
import type { WishProps } from './PolicyWriter.tsx';

interface Props extends WishProps {
  readonly files: readonly PolicyFileId[];
  readonly onWrite: (file: PolicyFileId) => void;
}

/** The files, each with where it goes; and the ids that they name the extension by. */
export function PolicyFiles({ files, onWrite, ...props }: Props) {
  const { t } = props.desk.say;
  return (
    <>
      <h3 className="op-strong">{t('policy_write_files')}</h3>
      <div className="dl-ids">
        <IdField {...props} browser="chrome" />
        <IdField {...props} browser="edge" />
      </div>
      <p className="op-small">{t('policy_id_hint')}</p>
      <ul className="op-rows op-flush">
        {files.map((file) => (
          <li key={file} className="op-row">
            <div className="op-row-text">
              <h4 className="op-strong">{t(FILE_KEYS[file].name)}</h4>
              <p className="op-small">{t(FILE_KEYS[file].where)}</p>
            </div>
            <Button
              onClick={() => {
                onWrite(file);
              }}
            >
              {t('policy_file_write', [POLICY_FILE_NAMES[file]])}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

const ID_KEYS = {
  chrome: 'policy_id_chrome',
  edge: 'policy_id_edge',
} as const;

interface IdProps extends WishProps {
  readonly browser: keyof typeof ID_KEYS;
}

function IdField({ desk: { say }, wish, wrong, onChange, browser }: IdProps) {
  const { t } = say;
  return (
    <TextInput
      label={t(ID_KEYS[browser])}
      say={say}
      value={wish.ids[browser]}
      wrong={wrong.includes(browser) ? t('policy_id_wrong') : undefined}
      onChange={(id) => {
        onChange({ ids: { ...wish.ids, [browser]: id.trim() } });
      }}
    />
  );
}
