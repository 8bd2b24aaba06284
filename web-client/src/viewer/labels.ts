// SPDX-License-Identifier: Apache-2.0
// The words on the picture. They describe what is drawn, never what is merely asked for.
import { slicePositionMm } from '../model/slicePosition';
import type { Series } from '../model/study';
import type { Voi } from '../model/voi';
import { windowOfRange } from '../model/windowOfRange';
import type { PictureState, Scene } from './scene';

export function stateText(scene: Scene): string {
  switch (scene.state) {
    case 'none':
      return 'LOADING';
    case 'strip':
      return 'STRIP';
    case 'preview':
      return scene.jpegRatio === null ? 'PREVIEW' : `PREVIEW (JPEG ${ratioText(scene.jpegRatio)})`;
    case 'exact':
      if (isReduced(scene)) return scene.kind.format === 'RGB8' ? 'REDUCED TO 8 BITS' : 'REDUCED TO 16 BITS';
      return scene.level === 0 ? 'EXACT' : `EXACT 1:${2 ** scene.level}`;
  }
}

/** Whether even exact tiles hold less than the stored values. */
export const isReduced = (scene: Scene): boolean => scene.kind.reduction !== null && !scene.kind.reduction.exact;

export function stateMeaning(scene: Scene): string {
  if (scene.state !== 'exact' || !isReduced(scene)) return STATE_MEANING[scene.state];
  return scene.kind.format === 'RGB8'
    ? 'The upper eight bits of each colour: stored colours are finer than that'
    : 'The nearest of 65,536 values: stored values are finer than that';
}

const STATE_MEANING: Readonly<Record<PictureState, string>> = {
  none: 'Nothing of this image is here yet',
  strip: 'Thumbnail only: for finding your way',
  preview: 'Compressed with loss: the exact image is on its way',
  exact: 'Exactly the stored values',
};

const ratioText = (ratio: number): string => `${ratio < 10 ? ratio.toFixed(1) : Math.round(ratio)}:1`;

/** The source's own lossy history; empty when it never was compressed with loss. */
export function sourceLossyText(scene: Pick<Scene, 'kind'>): string {
  const { lossy } = scene.kind;
  if (lossy === null) return '';
  const whole = lossy.ratios.reduce((all, ratio) => all * ratio, 1);
  return lossy.ratios.length === 0 ? 'SOURCE LOSSY' : `SOURCE LOSSY ${ratioText(whole)}`;
}

export function sliceText(series: Series, frame: number): string {
  const count = series.frames.length;
  const word = series.frameTimeMs !== null ? 'Frame' : series.frames[frame]?.position ? 'Slice' : 'Image';
  const at = positionText(series, frame);
  return `${word} ${frame + 1} of ${count}${at === '' ? '' : ` · ${at}`}`;
}

function positionText(series: Series, frame: number): string {
  const place = series.frames[frame];
  const kind = series.kinds[place?.kind ?? -1];
  const mm = kind === undefined ? null : slicePositionMm(kind, place?.position ?? null);
  // -0.0 would read as a side of the origin that the slice is not on.
  return mm === null ? '' : `${(Math.round(mm * 10) / 10 + 0).toFixed(1)} mm`;
}

export function windowText(scene: Scene): string {
  if (scene.kind.format === 'RGB8') return scene.negative ? 'Inverted' : '';
  const end = scene.negative ? ' · inverted' : '';
  const range = scene.range === null ? null : windowOfRange(scene.range, scene.kind);
  const window = scene.window ?? range;
  if (window === null) return `Full range${end}`;
  if (window.lut !== undefined) return `${window.lut.explanation}${end}`;
  return voiText(window) + end;
}

export const voiText = (window: Voi): string =>
  `C ${numberText(window.center, window.width)} W ${numberText(window.width, window.width)}`;

/** As many decimals as the width makes meaningful. */
function numberText(value: number, width: number): string {
  const decimals = width >= 10 ? 0 : Math.min(6, 1 - Math.floor(Math.log10(width)));
  const text = value.toFixed(decimals);
  return Number(text) === 0 ? '0' : text;
}

export const zoomText = (scale: number): string => {
  const percent = scale * 100;
  return `${percent < 10 ? percent.toFixed(1) : Math.round(percent)} %`;
};
