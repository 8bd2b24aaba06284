// SPDX-License-Identifier: Apache-2.0
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { PresentationDocument, PresentedImage } from '../contract/presentation';
import type { Command } from '../model/commands';
import { presentedImage, viewOf, voiOf } from '../model/presentation';
import { looked, type ViewerState } from '../model/state';
import { FITTED } from '../model/view';
import { text } from '../ui/text';
import { loadPresentation } from './loadPresentation';

/** What is drawn over the picture, and what may be chosen of it. */
export interface Marks {
  readonly overlay: boolean;
  readonly shutter: boolean;
  /** SOP Instance UID of the presentation state that is chosen; null: as stored. */
  readonly chosen: string | null;
  readonly document: PresentationDocument | null;
  /** What the chosen state says of the frame that is looked at. */
  readonly image: PresentedImage | null;
  readonly failure: string | null;
  readonly toggleOverlay: () => void;
  readonly toggleShutter: () => void;
  readonly choose: (instance: string | null) => void;
}

/** Overlay planes and shutters are on until somebody lifts them; a presentation state is fetched when it is chosen. */
export function useMarks(state: ViewerState, dispatch: (command: Command) => void): Marks {
  const [overlay, setOverlay] = useState(true);
  const [shutter, setShutter] = useState(true);
  const [chosen, choose] = useState<string | null>(null);
  const [document, setDocument] = useState<PresentationDocument | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const { study } = state;
  useEffect(() => {
    const asked = study.presentations.find((one) => one.instance === chosen);
    setDocument(null);
    setFailure(null);
    if (asked === undefined) return;
    const ending = new AbortController();
    void loadPresentation(asked, ending.signal).then((loaded) => {
      if (ending.signal.aborted) return;
      setDocument(loaded);
      setFailure(loaded === null ? text.presentationTrouble : null);
    });
    return () => ending.abort();
  }, [study, chosen]);
  const at = looked(state);
  const image = useMemo(
    () => (document === null || at === null ? null : presentedImage(document, at)),
    [document, at?.series, at?.frame],
  );
  useApplied(state, document, image, dispatch);
  return {
    overlay,
    shutter,
    chosen,
    document,
    image,
    failure,
    toggleOverlay: () => setOverlay((on) => !on),
    toggleShutter: () => setShutter((on) => !on),
    choose,
  };
}

/** Its window and view come and go with the images that it names: no other image is touched (PS3.3 A.33.1). */
function useApplied(
  state: ViewerState,
  document: PresentationDocument | null,
  image: PresentedImage | null,
  dispatch: (command: Command) => void,
): void {
  const applied = useRef<{ key: string; series: number } | null>(null);
  useEffect(() => {
    const at = looked(state);
    if (at === null) return;
    const before = applied.current;
    if (document === null || image === null) {
      if (before !== null && before.series === state.current) {
        dispatch({ do: 'present', view: FITTED, window: null, negative: false });
        applied.current = null;
      }
      return;
    }
    const placed = JSON.stringify([document.instance, image.area]);
    const isPlaced = before?.key === placed && before.series === state.current;
    const view = isPlaced ? null : viewOf(document, image, at.kind, state.canvas, state.devicePixelRatio);
    dispatch({ do: 'present', view, window: voiOf(document, image), negative: image.look?.negative ?? false });
    applied.current = { key: placed, series: state.current };
  }, [document, image, state.current]);
}
