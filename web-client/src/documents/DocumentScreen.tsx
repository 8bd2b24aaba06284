// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'preact/hooks';
import '../styles/documents.css';
import type { StudyDocument } from '../contract/documents';
import { fileName } from './address';
import { type Loaded, loadDocument } from './load';
import { documentText } from './words';

const ZOOMS = [0.5, 0.75, 1, 1.5, 2, 3] as const;
const TRUE_SIZE = 2;

/** A document on the whole page below the banner. What it says runs no script and reaches nothing of this page. */
export function DocumentScreen({
  document,
  onClose,
}: {
  readonly document: StudyDocument;
  readonly onClose: () => void;
}) {
  const [page, setPage] = useState(1);
  const [zoom, setZoom] = useState(TRUE_SIZE);
  const [attempt, setAttempt] = useState(0);
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    setLoaded(null);
    void loadDocument(document, page, controller.signal).then((found) => {
      if (!controller.signal.aborted) setLoaded(found);
    });
    return () => controller.abort();
  }, [document, page, attempt]);
  const url = useObjectUrl(loaded);
  useEscape(onClose);
  const isPage = loaded?.kind === 'page';
  return (
    <section class="document" data-testid="document" aria-label={document.title}>
      <div class="document__tools">
        <h2 class="document__title">{document.title}</h2>
        {isPage && (
          <>
            <Step word={documentText.smaller} sign="−" isOff={zoom === 0} onStep={() => setZoom(zoom - 1)} />
            <Step
              word={documentText.larger}
              sign="+"
              isOff={zoom === ZOOMS.length - 1}
              onStep={() => setZoom(zoom + 1)}
            />
          </>
        )}
        {document.pages > 1 && (
          <>
            <Step word={documentText.earlier} sign="‹" isOff={page === 1} onStep={() => setPage(page - 1)} />
            <span role="status">{documentText.page(page, document.pages)}</span>
            <Step word={documentText.later} sign="›" isOff={page === document.pages} onStep={() => setPage(page + 1)} />
          </>
        )}
        {url !== null && <Links document={document} url={url} />}
      </div>
      <Contents
        document={document}
        loaded={loaded}
        url={url}
        zoom={ZOOMS[zoom] ?? 1}
        onRetry={() => setAttempt(attempt + 1)}
      />
    </section>
  );
}

interface StepProps {
  readonly word: string;
  readonly sign: string;
  readonly isOff: boolean;
  readonly onStep: () => void;
}

function Step({ word, sign, isOff, onStep }: StepProps) {
  return (
    <button type="button" class="viewer-button" aria-label={word} disabled={isOff} onClick={onStep}>
      {sign}
    </button>
  );
}

function Links({ document, url }: { readonly document: StudyDocument; readonly url: string }) {
  const opens = document.kind !== 'STL' && document.kind !== 'OTHER';
  return (
    <>
      {opens && (
        <a class="document__link" href={url} target="_blank" rel="noopener" data-testid="document-tab">
          {documentText.newTab}
        </a>
      )}
      <a class="document__link" href={url} download={fileName(document)} data-testid="document-save">
        {documentText.save}
      </a>
    </>
  );
}

interface ContentsProps {
  readonly document: StudyDocument;
  readonly loaded: Loaded | null;
  readonly url: string | null;
  readonly zoom: number;
  readonly onRetry: () => void;
}

function Contents({ document, loaded, url, zoom, onRetry }: ContentsProps) {
  if (loaded === null) return <p role="status">{documentText.opening}</p>;
  switch (loaded.kind) {
    case 'failed':
      return (
        <div class="document__words">
          <p role="alert">{loaded.detail}</p>
          <button type="button" class="viewer-button viewer-button--solid" onClick={onRetry}>
            {documentText.retry}
          </button>
        </div>
      );
    case 'page':
      return <PageFrame title={document.title} html={loaded.html} zoom={zoom} />;
    case 'file':
      if (document.kind === 'PDF' && navigator.pdfViewerEnabled && url !== null) {
        return <iframe class="document__frame" data-testid="document-pdf" title={document.title} src={url} />;
      }
      return (
        <div class="document__words">
          <p>{document.kind === 'PDF' ? documentText.noViewer : documentText.notShown}</p>
          <p>{documentText.size(loaded.blob.size)}</p>
        </div>
      );
  }
}

/** Only a link that a person presses may leave the frame: to an image of the same study. */
function PageFrame({ title, html, zoom }: { readonly title: string; readonly html: string; readonly zoom: number }) {
  const size = `${100 / zoom}%`;
  return (
    <div class="document__stage">
      <iframe
        class="document__frame"
        data-testid="document-page"
        title={title}
        sandbox="allow-top-navigation-by-user-activation"
        srcdoc={html}
        style={{ width: size, height: size, transform: `scale(${zoom})` }}
      />
    </div>
  );
}

function useObjectUrl(loaded: Loaded | null): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (loaded === null || loaded.kind === 'failed') return;
    const made = URL.createObjectURL(loaded.blob);
    setUrl(made);
    return () => {
      setUrl(null);
      URL.revokeObjectURL(made);
    };
  }, [loaded]);
  return url;
}

function useEscape(onClose: () => void): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onClose();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, [onClose]);
}
