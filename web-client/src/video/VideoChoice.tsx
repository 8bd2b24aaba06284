// SPDX-License-Identifier: Apache-2.0
import { text } from '../ui/text';
import type { VideoView } from './useVideo';

/** Over the single frames of a video: the way back to playing it, or why it is not played. */
export function VideoChoice({ view }: { readonly view: VideoView }) {
  if (view.playing === null || view.Player !== null) return null;
  if (view.isRefused) {
    return (
      <p class="video-choice" role="status" data-testid="video-refused">
        {text.video.refused}
      </p>
    );
  }
  return (
    <button type="button" class="viewer-button video-choice" data-testid="video-again" onClick={view.play}>
      {text.video.asVideo}
    </button>
  );
}
