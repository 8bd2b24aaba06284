// SPDX-License-Identifier: Apache-2.0
import type { StudyDocument } from '../contract/documents';
import { DocumentList } from '../documents/DocumentList';
import { keyFrames } from '../model/keyImages';
import { isLayersOnly } from '../model/layers';
import type { Series, StudyDescriptor } from '../model/study';
import { text } from '../ui/text';
import { OmittedObjects } from './OmittedObjects';
import type { Thumbnails } from './thumbnails';

/** What a series that is being dragged is called. */
export const SERIES_DRAG = 'application/x-wardlight-series';

interface Props {
  readonly study: StudyDescriptor;
  readonly current: number;
  readonly thumbnails: Thumbnails;
  readonly onChoose: (index: number) => void;
  readonly onRead: (document: StudyDocument) => void;
}

/** The series of the study, in the order of the descriptor; and what has no picture, so that nothing is missing silently. */
export function SeriesList({ study, current, thumbnails, onChoose, onRead }: Props) {
  return (
    <nav class="series-list" aria-label="Series" data-testid="series-list">
      {study.series.map((series, index) =>
        isLayersOnly(study, index) ? null : (
          <button
            key={series.series}
            type="button"
            class="series-item"
            data-testid="series-item"
            data-series={series.series}
            aria-current={index === current}
            disabled={series.frames.length === 0}
            draggable
            onDragStart={(event) => event.dataTransfer?.setData(SERIES_DRAG, String(index))}
            onClick={() => onChoose(index)}
          >
            <span class="series-item__picture">
              <canvas width={1} height={1} ref={thumbnails.refFor(index)} />
              <span class="series-item__count">{series.frames.length}</span>
              {keyFrames(study, index).length > 0 && (
                <span class="series-item__key" role="img" aria-label={text.hasKeyImages} title={text.hasKeyImages}>
                  ★
                </span>
              )}
            </span>
            <span class="series-item__name">{nameOf(series)}</span>
          </button>
        ),
      )}
      <DocumentList documents={study.documents} onOpen={onRead} />
      <OmittedObjects omitted={study.omitted} />
    </nav>
  );
}

const nameOf = (series: Series): string =>
  [series.modality, series.description || (series.number === null ? '' : `series ${series.number}`)]
    .filter(Boolean)
    .join(' ');
