// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef, useState } from 'preact/hooks';
import '../styles/admin.css';
import '../styles/upload.css';
import { isPlainClick } from '../router';
import type { SessionClient } from '../session/client';
import { useSession } from '../session/useSession';
import { text } from '../ui/text';
import { chosenBy, chosenIn } from './chosen';
import type { DeskView, UploadDesk } from './desk';
import { openDesk } from './openDesk';
import type { Chosen } from './source';
import { uploadText } from './text';
import { UploadLine } from './UploadLine';

interface AddProps {
  readonly session: SessionClient;
  readonly go: (path: string) => void;
}

/** Where an editor adds studies from files. */
export function Add({ session, go }: AddProps) {
  const { who } = useSession(session);
  const desk = openDesk(session);
  const view = useDesk(desk);
  const mayNot = who !== null && who.role !== 'editor' && who.role !== 'admin';
  useEffect(() => {
    document.title = `${uploadText.title} – ${text.product}`;
    return () => {
      document.title = text.product;
    };
  }, []);
  return (
    <div class="admin" data-testid="add">
      <header class="admin__head">
        <a
          class="button button--quiet"
          href="/"
          onClick={(event) => {
            if (!isPlainClick(event)) return;
            event.preventDefault();
            go('/');
          }}
        >
          {uploadText.back}
        </a>
      </header>
      <main>
        <h1>{uploadText.title}</h1>
        {mayNot ? <p role="alert">{uploadText.notAllowed}</p> : <Desk desk={desk} view={view} go={go} />}
      </main>
    </div>
  );
}

interface DeskProps {
  readonly desk: UploadDesk;
  readonly view: DeskView;
  readonly go: (path: string) => void;
}

function Desk({ desk, view, go }: DeskProps) {
  const { lines, failure } = view;
  return (
    <>
      <p class="admin__intro">{uploadText.intro}</p>
      <Choice onChosen={(chosen) => void desk.add(chosen)} />
      <p role="alert" class="admin__failure" data-testid="failure">
        {failure}
      </p>
      <h2 class="uploads__title">{uploadText.list}</h2>
      {lines === null && failure === '' && <p role="status">{uploadText.loading}</p>}
      {lines?.length === 0 && <p class="admin__intro">{uploadText.none}</p>}
      <ul class="uploads">
        {lines?.map((line) => (
          <UploadLine key={line.upload.upload} line={line} desk={desk} go={go} />
        ))}
      </ul>
    </>
  );
}

/** The desk as it changes; leaving the browser's page while something is sent is asked about first. */
function useDesk(desk: UploadDesk): DeskView {
  const [view, setView] = useState(desk.view);
  useEffect(() => {
    setView(desk.view);
    const leave = desk.subscribe(() => setView(desk.view));
    void desk.look();
    return leave;
  }, [desk]);
  useEffect(() => {
    if (!view.isSending) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [view.isSending]);
  return view;
}

function Choice({ onChosen }: { readonly onChosen: (chosen: readonly Chosen[]) => void }) {
  const [isOver, setOver] = useState(false);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const dropped = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (event.dataTransfer !== null) void chosenBy(event.dataTransfer).then(onChosen);
  };
  const over = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  const input = (ref: typeof files, testId: string, isFolder: boolean) => (
    <input
      ref={ref}
      type="file"
      multiple
      hidden
      data-testid={testId}
      {...(isFolder && { webkitdirectory: true })}
      onChange={(event) => {
        onChosen(chosenIn(event.currentTarget));
        // The same files may be chosen again.
        event.currentTarget.value = '';
      }}
    />
  );
  return (
    <section
      class={`upload-drop${isOver ? ' upload-drop--over' : ''}`}
      aria-label={uploadText.title}
      data-testid="drop"
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={dropped}
    >
      <p class="upload-drop__words">{isOver ? uploadText.dropNow : uploadText.drop}</p>
      <div class="admin__buttons">
        <button type="button" class="button button--solid" onClick={() => files.current?.click()}>
          {uploadText.chooseFiles}
        </button>
        <button type="button" class="button" onClick={() => folder.current?.click()}>
          {uploadText.chooseFolder}
        </button>
      </div>
      {input(files, 'files', false)}
      {input(folder, 'folder', true)}
    </section>
  );
}
