// SPDX-License-Identifier: Apache-2.0
import type { Upload } from '../contract/uploads';
import { isPlainClick, studyPath } from '../router';
import { bytes } from '../ui/format';
import type { Line, UploadDesk } from './desk';
import { uploadText } from './text';
import { lineWords, partOf } from './words';

interface Props {
  readonly line: Line;
  readonly desk: UploadDesk;
  readonly go: (path: string) => void;
}

/** One file that was sent or is being sent: how far, what became of it, and the way to its studies. */
export function UploadLine({ line, desk, go }: Props) {
  const { upload, here, failure } = line;
  const part = partOf(upload);
  const isMoving = upload.state === 'receiving' || upload.state === 'reading';
  return (
    <li class="upload" data-testid="upload" data-state={upload.state} data-here={here} data-received={upload.received}>
      <div class="upload__head">
        <h3 class="upload__name">{upload.name}</h3>
        <span class="upload__size">{bytes(upload.bytes)}</span>
      </div>
      {isMoving && (
        <progress
          class="upload__bar"
          aria-label={uploadText.progressOf(upload.name)}
          max={1}
          value={part ?? undefined}
        />
      )}
      <p class="upload__words" role="status">
        {lineWords(line)}
      </p>
      {failure !== '' && (
        <p role="alert" class="admin__failure">
          {failure}
        </p>
      )}
      <div class="admin__buttons">
        {upload.result.studies.map((study, index, all) => (
          <a
            key={study}
            class="button"
            href={studyPath(study)}
            data-testid="open-study"
            onClick={(event) => {
              if (!isPlainClick(event)) return;
              event.preventDefault();
              go(studyPath(study));
            }}
          >
            {uploadText.open(index + 1, all.length)}
          </a>
        ))}
        {upload.state === 'failed' && (
          <button type="button" class="button button--solid" onClick={() => void desk.again(upload.upload)}>
            {uploadText.again}
          </button>
        )}
        {upload.state !== 'reading' && <Discard upload={upload} desk={desk} />}
      </div>
      <Problems upload={upload} />
    </li>
  );
}

function Discard({ upload, desk }: { readonly upload: Upload; readonly desk: UploadDesk }) {
  const words = upload.state === 'receiving' ? uploadText.cancel : uploadText.discard;
  return (
    <button
      type="button"
      class="button button--quiet"
      aria-label={uploadText.of(words, upload.name)}
      data-testid="discard"
      onClick={() => void desk.discard(upload.upload)}
    >
      {words}
    </button>
  );
}

function Problems({ upload }: { readonly upload: Upload }) {
  const { problems, rejected, conflicts } = upload.result;
  if (problems.length === 0) return null;
  return (
    <details class="upload__problems">
      <summary>{uploadText.problems}</summary>
      <ul>
        {problems.map(({ name, reason }) => (
          <li key={`${name} ${reason}`}>
            <strong>{name}</strong>: {reason}
          </li>
        ))}
      </ul>
      {rejected + conflicts > problems.length && <p>{uploadText.more}</p>}
    </details>
  );
}
