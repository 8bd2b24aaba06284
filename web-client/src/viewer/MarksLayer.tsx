// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import type { Shutter } from '../contract/frameKind';
import type { Mark, MarkText } from '../contract/presentation';
import { graphicPath, type Place, placing, shutterPath } from '../model/markShapes';
import { type Looked, looked, pictureOf } from '../model/state';
import { type Affine, affineOf } from '../model/view';
import { ownLayerUrl } from '../tiles/address';
import { text } from '../ui/text';
import { LayerPictures } from './LayerPictures';
import type { Snapshot } from './session';
import type { Arrivals } from './useArrivals';
import type { Layers } from './useLayers';
import type { Marks } from './useMarks';

interface Props {
  readonly snapshot: Snapshot;
  readonly marks: Marks;
  readonly layers: Layers;
  readonly arrivals: Arrivals;
}

/** What lies over the picture: overlay planes, then graphics and texts as vectors, crisp at every size; shutters cover the rest. */
export function MarksLayer({ snapshot, marks, layers, arrivals }: Props) {
  const { state, drawn } = snapshot;
  const at = looked(state);
  const isDrawn = drawn?.scene.series === state.current && drawn.scene.frame === at?.own.frame;
  if (at === null || !isDrawn || drawn.scene.state === 'none') return null;
  const map = inCss(affineOf(at.own.view, pictureOf(at.kind), state.canvas), state.devicePixelRatio);
  const place = placing(map, at.kind, marks.image?.area ?? null);
  // A presentation state's shutters take the place of the image's own (PS3.3 C.7.6.11, PS3.4 N.2).
  const shutters = marks.image === null ? at.kind.shutters : (marks.document?.shutters ?? []);
  const bitmap = marks.document?.bitmaps[marks.image?.bitmap ?? ''];
  return (
    <svg class="stage__marks" aria-hidden="true" data-testid="marks">
      <g transform={`matrix(${map.a} ${map.b} ${map.c} ${map.d} ${map.e} ${map.f})`}>
        <LayerPictures study={state.study} series={state.current} at={at} layers={layers} arrivals={arrivals} />
        {at.kind.overlay && marks.overlay && (
          <Picture at={at} href={ownLayerUrl(at.series, at.own.frame, 'overlay')} testid="overlay-planes" />
        )}
        {marks.shutter && marks.image === null && shutters.some(isBitmap) && (
          <Picture at={at} href={ownLayerUrl(at.series, at.own.frame, 'shutter')} testid="bitmap-shutter" />
        )}
        {marks.shutter &&
          shutters
            .filter((shutter) => !isBitmap(shutter))
            .map((shutter) => (
              <path
                key={JSON.stringify(shutter)}
                class="marks__shutter"
                data-testid="shutter"
                d={shutterPath(shutter, at.kind)}
                fill={`rgb(${shutter.grey},${shutter.grey},${shutter.grey})`}
                fill-rule="evenodd"
              />
            ))}
        {bitmap !== undefined && <Picture at={at} href={bitmap} testid="presentation-bitmap" />}
      </g>
      {marks.image?.marks.map((mark, index) => (
        <OneLayer key={`${mark.layer} ${index}`} mark={mark} place={place} />
      ))}
    </svg>
  );
}

const isBitmap = (shutter: Shutter): boolean => shutter.shape === 'BITMAP';

interface PictureProps {
  readonly at: Looked;
  readonly href: string;
  readonly testid: string;
}

/** One picture over the whole frame; another address starts anew. */
const Picture = (props: PictureProps) => <OnePicture key={props.href} {...props} />;

function OnePicture({ at, href, testid }: PictureProps) {
  const [failed, setFailed] = useState(false);
  if (failed) {
    return (
      <text class="marks__text" x={8} y={20}>
        {text.overlayTrouble}
      </text>
    );
  }
  return (
    <image
      data-testid={testid}
      href={href}
      width={at.kind.columns}
      height={at.kind.rows}
      preserveAspectRatio="none"
      onError={() => setFailed(true)}
    />
  );
}

function OneLayer({ mark, place }: { readonly mark: Mark; readonly place: Place }) {
  return (
    <g data-testid="graphic-layer">
      {mark.graphics.map((graphic, index) => (
        <path
          key={index}
          class="marks__line"
          d={graphicPath(graphic, place)}
          stroke={mark.color}
          fill={graphic.filled && graphic.type !== 'POINT' ? mark.color : 'none'}
        />
      ))}
      {mark.texts.map((one, index) => (
        <OneText key={index} one={one} color={mark.color} place={place} />
      ))}
    </g>
  );
}

const LINE_PX = 18;
const ALIGNED: Readonly<Record<string, 'start' | 'middle' | 'end'>> = { LEFT: 'start', CENTER: 'middle', RIGHT: 'end' };

function OneText({ one, color, place }: { readonly one: MarkText; readonly color: string; readonly place: Place }) {
  const anchor = one.anchor === null ? null : place(one.anchor, one.anchorUnits);
  const [left = 0, top = 0, right = 0, bottom = 0] = one.box ?? [];
  const from = place([left, top], one.boxUnits);
  const to = place([right, bottom], one.boxUnits);
  const box =
    one.box === null ? null : { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), end: Math.max(from.x, to.x) };
  const align = box === null ? 'start' : (ALIGNED[one.justification] ?? 'start');
  const x = box === null ? (anchor?.x ?? 0) + 6 : { start: box.x, middle: (box.x + box.end) / 2, end: box.end }[align];
  const y = (box?.y ?? (anchor?.y ?? 0) - LINE_PX) + LINE_PX * 0.8;
  return (
    <>
      {anchor !== null && box !== null && one.anchorVisible && (
        <path class="marks__line" stroke={color} fill="none" d={`M${x} ${y}L${anchor.x} ${anchor.y}`} />
      )}
      <text class="marks__text" fill={color} text-anchor={align} data-testid="graphic-text">
        {one.text.split('\n').map((line, index) => (
          <tspan key={index} x={x} y={y + index * LINE_PX}>
            {line}
          </tspan>
        ))}
      </text>
    </>
  );
}

const inCss = (map: Affine, ratio: number): Affine => ({
  a: map.a / ratio,
  b: map.b / ratio,
  c: map.c / ratio,
  d: map.d / ratio,
  e: map.e / ratio,
  f: map.f / ratio,
});
