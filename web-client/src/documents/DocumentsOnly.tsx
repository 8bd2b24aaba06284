// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { StudyDocument } from '../contract/documents';
import type { StudyDescriptor } from '../model/study';
import { Banner } from '../viewer/Banner';
import { DocumentList } from './DocumentList';
import { Reading } from './Reading';
import { documentText } from './words';

interface Props {
  readonly study: StudyDescriptor;
  readonly note: string;
  readonly onBack: () => void;
  readonly actions: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A study that has documents and no pictures. */
export function DocumentsOnly({ study, note, onBack, actions, children }: Props) {
  const [open, setOpen] = useState<StudyDocument | null>(null);
  const isOffline = !navigator.onLine;
  if (open !== null) {
    return <Reading study={study} document={open} isOffline={isOffline} note={note} onClose={() => setOpen(null)} />;
  }
  return (
    <main class="viewer viewer--reading" data-testid="documents-only">
      <Banner study={study} isOffline={isOffline} note={note} onBack={onBack} actions={actions} />
      <nav class="document-list" aria-label={documentText.list}>
        <DocumentList documents={study.documents} onOpen={setOpen} />
        {children}
      </nav>
    </main>
  );
}
