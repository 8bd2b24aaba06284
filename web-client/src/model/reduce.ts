// SPDX-License-Identifier: Apache-2.0
import { assertNever } from './assertNever';
import type { Command } from './commands';
import { cineFor, looked, pictureOf, type SeriesState, toolFor, type ViewerState } from './state';
import { atScale, FITTED, mirror, turnRight, zoomAbout } from './view';

const CINE_MS = { least: 1000 / 60, most: 2000 };

/** The next state. Pure; a command that makes no sense now changes nothing. */
export function reduce(state: ViewerState, command: Command): ViewerState {
  switch (command.do) {
    case 'series':
      return toSeries(state, command.index);
    case 'frame':
      return toFrame({ ...state, touched: true }, command.index);
    case 'scroll':
      return toFrame({ ...state, touched: true }, frameOf(state) + Math.trunc(command.by));
    case 'tool':
      return { ...state, tool: command.tool };
    case 'play':
    case 'pause':
      return play(state, command.do === 'play');
    case 'cine-speed':
      return { ...state, cine: { ...state.cine, frameMs: withinCine(command.frameMs) } };
    case 'cine-step':
      return state.cine.playing ? cineStep(state) : state;
    case 'resize':
      return { ...state, canvas: command.canvas, devicePixelRatio: command.devicePixelRatio };
    case 'move':
    case 'fit':
    case 'actual-size':
    case 'true-size':
    case 'rotate':
    case 'flip':
      return changeView(state, command);
    case 'window':
    case 'preset':
    case 'invert':
    case 'present':
    case 'reset':
      return changeLook(state, command);
    default:
      return assertNever(command);
  }
}

const withinCine = (ms: number): number =>
  Math.min(CINE_MS.most, Math.max(CINE_MS.least, Number.isFinite(ms) ? ms : 100));

const frameOf = (state: ViewerState): number => state.bySeries[state.current]?.frame ?? 0;

function changeOwn(state: ViewerState, change: Partial<SeriesState>): ViewerState {
  const bySeries = state.bySeries.map((own, index) => (index === state.current ? { ...own, ...change } : own));
  return { ...state, bySeries };
}

function toSeries(state: ViewerState, index: number): ViewerState {
  const series = state.study.series[index];
  if (series === undefined || series.frames.length === 0 || index === state.current) return state;
  return { ...state, current: index, tool: toolFor(series), cine: cineFor(series), heading: 1 };
}

function toFrame(state: ViewerState, wanted: number): ViewerState {
  const count = state.study.series[state.current]?.frames.length ?? 0;
  const frame = Math.max(0, Math.min(count - 1, wanted));
  const from = frameOf(state);
  if (frame === from || count === 0) return state;
  return changeOwn({ ...state, heading: frame > from ? 1 : -1 }, { frame });
}

function play(state: ViewerState, playing: boolean): ViewerState {
  const count = state.study.series[state.current]?.frames.length ?? 0;
  return { ...state, cine: { ...state.cine, playing: playing && count > 1 } };
}

function cineStep(state: ViewerState): ViewerState {
  const count = state.study.series[state.current]?.frames.length ?? 1;
  return { ...changeOwn(state, { frame: (frameOf(state) + 1) % count }), heading: 1 };
}

type ViewCommand = Extract<Command, { do: 'move' | 'fit' | 'actual-size' | 'true-size' | 'rotate' | 'flip' }>;

function changeView(state: ViewerState, command: ViewCommand): ViewerState {
  const at = looked(state);
  if (at === null) return state;
  const view = at.own.view;
  const picture = pictureOf(at.kind);
  switch (command.do) {
    case 'move': {
      const { factor, at: about, dx, dy } = command;
      const moved = zoomAbout(view, picture, state.canvas, factor, about, dx, dy);
      return changeOwn(state, { view: moved });
    }
    case 'fit':
      return changeOwn(state, { view: { ...view, zoom: FITTED.zoom } });
    case 'actual-size':
      return changeOwn(state, { view: atScale(view, picture, state.canvas, 1) });
    case 'true-size': {
      const column = at.kind.spacing?.column;
      if (column === undefined || !(command.perMm > 0)) return state;
      return changeOwn(state, { view: atScale(view, picture, state.canvas, column * command.perMm) });
    }
    case 'rotate':
      return changeOwn(state, { view: { ...view, turn: turnRight(view.turn) } });
    case 'flip':
      return changeOwn(state, { view: { ...view, turn: mirror(view.turn) } });
  }
}

type LookCommand = Extract<Command, { do: 'window' | 'preset' | 'invert' | 'present' | 'reset' }>;

function changeLook(state: ViewerState, command: LookCommand): ViewerState {
  const at = looked(state);
  if (at === null) return state;
  switch (command.do) {
    case 'window': {
      const { center, width } = command.window;
      if (!Number.isFinite(center) || !(width > 0)) return state;
      return changeOwn(state, { window: { by: 'hand', window: command.window } });
    }
    case 'preset':
      return changeOwn(state, { window: { by: 'preset', id: command.id } });
    case 'invert':
      return changeOwn(state, { negative: !at.own.negative });
    case 'present': {
      const window =
        command.window === null ? { by: 'default' as const } : { by: 'hand' as const, window: command.window };
      return changeOwn(state, { view: command.view ?? at.own.view, window, negative: command.negative });
    }
    case 'reset':
      return changeOwn(state, { view: FITTED, window: { by: 'default' }, negative: false });
  }
}
