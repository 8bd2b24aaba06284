// SPDX-License-Identifier: Apache-2.0
import type { StudyDocument } from '../contract/documents';
import { shortDate } from '../ui/format';
import { documentText } from './words';

interface Props {
  readonly documents: readonly StudyDocument[];
  readonly onOpen: (document: StudyDocument) => void;
}

/** The documents of a study, beside its series. */
export function DocumentList({ documents, onOpen }: Props) {
  return (
    <>
      {documents.map((document) => (
        <button
          key={document.instance}
          type="button"
          class="document-item"
          data-testid="document-item"
          data-instance={document.instance}
          onClick={() => onOpen(document)}
        >
          <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
            {document.kind === 'WAVEFORM' ? (
              <path d="M2 13h5l2-8 4 15 3-10 1.5 3H22" />
            ) : (
              <path d="M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6" />
            )}
          </svg>
          <span class="document-item__name">
            <b>{documentText.kinds[document.kind]}</b> {document.title}
            {document.date !== null && <span class="nowrap"> {shortDate(document.date)}</span>}
          </span>
        </button>
      ))}
    </>
  );
}
